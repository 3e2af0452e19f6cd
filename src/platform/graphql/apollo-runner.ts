import { type ApolloServer, HeaderMap } from '@apollo/server';
import { Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import type { FlatHeaders } from '../http/recorded-headers.js';
import type { GraphqlContext } from './graphql-context.js';

export interface ApolloQuestion {
  readonly body: unknown;
  readonly search: string;
}

export interface ApolloAnswer {
  readonly status: number;
  readonly headers: FlatHeaders;
  readonly text: string;
}

/** Apollo Server as Nest has set it up, asked without the web framework around it. */
@Injectable()
export class ApolloRunner {
  private server: ApolloServer | undefined;

  /** From when it has been started. */
  open(server: ApolloServer): void {
    this.server = server;
  }

  /** `body` is that of a POST, parsed; `search` is the query string of a GET, with its `?`. */
  async run({ body, search }: ApolloQuestion, context: GraphqlContext): Promise<ApolloAnswer> {
    if (this.server === undefined) throw new Error('Apollo has not been started.');
    const { method = 'GET' } = context.req;
    const answer = await this.server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method,
        headers: headerMapOf(context.req),
        search,
        body,
      },
      context: async () => context,
    });
    // No field of ours is delivered in parts.
    if (answer.body.kind !== 'complete') throw new Error('Apollo answered in parts.');
    return { status: answer.status ?? 200, headers: headersOf(answer.headers), text: answer.body.string };
  }
}

function headerMapOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

/** Those that the front does not write itself, in the usual case. */
function headersOf(given: HeaderMap): FlatHeaders {
  return [...given]
    .filter(([name]) => name !== 'content-length' && name !== 'cache-control')
    .flatMap(([name, value]) => [
      name.replace(/(^|-)[a-z]/g, (first) => first.toUpperCase()),
      value === 'text/html' ? 'text/html; charset=utf-8' : value,
    ]);
}
