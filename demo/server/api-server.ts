import type { IncomingHttpHeaders } from 'node:http';
import type { ApiRequest } from './api-request.js';
import { jsonReply, type Reply } from './reply.js';
import { Router } from './router.js';
import { routes } from './routes.js';
import { TmdbError } from './tmdb-error.js';

/** A call as it arrives; `path` is without `/3`. */
export interface ApiCall {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingHttpHeaders;
}

/** What the answers are made from. */
export interface ApiServerOptions {
  /** The only Bearer token that is let in; any that is not empty without it. */
  token: string | undefined;
  /** Changes the body of an answer on its way out. */
  rewrite: (path: string, body: unknown) => unknown;
  context: () => Pick<ApiRequest, 'catalogue' | 'now' | 'changedFilms' | 'imageUrl'>;
}

/** Seconds for which an answer may be kept, by what it is. */
const maxAge = { answer: 300, notFound: 28_800, refusal: 0 };

/** Answers calls as TMDb's version 3 does. */
export class ApiServer {
  private readonly router = new Router(routes);

  constructor(private readonly options: ApiServerOptions) {}

  /** Never throws: a refusal is an answer, and so is a fault of our own (status 500, code 11). */
  answer(call: ApiCall): Reply {
    try {
      return jsonReply(200, this.options.rewrite(call.path, this.bodyOf(call)), maxAge.answer);
    } catch (error) {
      const { status, body } = error instanceof TmdbError ? error : unexpected(error);
      return jsonReply(
        status,
        this.options.rewrite(call.path, body),
        status === 404 ? maxAge.notFound : maxAge.refusal,
      );
    }
  }

  private bodyOf({ method, path, query, headers }: ApiCall): unknown {
    if (method !== 'GET') throw new TmdbError(4);
    if (!this.isLetIn(headers.authorization)) throw new TmdbError(7);
    const match = this.router.match(path);
    if (match === null) throw new TmdbError(34);
    return match.handler({ params: match.params, query, ...this.options.context() });
  }

  private isLetIn(authorization: string | undefined): boolean {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    return token !== undefined && (this.options.token === undefined || token === this.options.token);
  }
}

function unexpected(error: unknown) {
  const { status, body } = new TmdbError(11);
  const reason = error instanceof Error ? error.message : String(error);
  return { status, body: { ...body, status_message: `${body.status_message} ${reason}` } };
}
