import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildCatalogue } from './catalogue/build-catalogue.js';
import { ApiServer } from './server/api-server.js';
import { type FilmChange, FilmChanges } from './server/film-changes.js';
import type { Fault } from './server/faults/fault.js';
import { type PathPattern, PathRules } from './server/faults/path-rules.js';
import { playFault } from './server/faults/play-fault.js';
import { PictureServer } from './server/picture-server.js';
import { negotiate, send } from './server/reply.js';

export type { Fault } from './server/faults/fault.js';

/** How a stand-in is started; every part has a default. */
export interface StandInOptions {
  /** 0 or absent: any free port. */
  port?: number;
  /** Default `127.0.0.1`. */
  host?: string;
  /** The only Bearer token that is let in. Absent: any that is not empty. */
  token?: string;
  /** Decides what is out, what is coming and what is trending. */
  now?: () => Date;
}

/** An API call that arrived, whatever became of it. */
export interface StandInCall {
  method: string;
  /** Without `/3`, such as `/movie/1000000001`. */
  path: string;
  query: Record<string, string>;
  /** Milliseconds since 1970. */
  at: number;
  headers: IncomingHttpHeaders;
}

/** A running server that answers as TMDb does, from the demo catalogue. */
export interface StandIn {
  /** Such as `http://127.0.0.1:8080/3`. */
  readonly apiUrl: string;
  /** Such as `http://127.0.0.1:8080/t/p`. */
  readonly imageUrl: string;
  readonly port: number;
  /** API calls in the order of their arrival; pictures are not counted. */
  readonly calls: readonly StandInCall[];
  /** Fails the next `times` calls (default: all) of a path, `*` for any. The earliest fault that is left applies. */
  fault(path: string | RegExp, fault: Fault, times?: number): void;
  /** Edits the JSON body of a path, refusals included, before it is sent. `change` gets a copy and returns the new body. */
  rewrite(path: string | RegExp, change: (body: unknown) => unknown): void;
  /**
   * Changes a film: all bodies and lists say so from now on, and `/movie/changes` names it for a day.
   *
   * @throws RangeError for an id that no film has.
   */
  changeFilm(id: number, change: FilmChange): void;
  /** Forgets faults, rewrites and calls, and undoes changes of films. */
  reset(): void;
  /** Ends all connections at once, those of hung calls too. */
  close(): Promise<void>;
}

/** Starts the server. Rejects with the system's error (`EADDRINUSE`) when the port is taken. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const running = new RunningStandIn(options);
  await running.listen(options.port ?? 0, options.host ?? '127.0.0.1');
  return running;
}

class RunningStandIn implements StandIn {
  readonly calls: StandInCall[] = [];
  port = 0;
  apiUrl = '';
  imageUrl = '';
  private readonly faults = new PathRules<Fault>();
  private readonly rewrites = new PathRules<(body: unknown) => unknown>();
  private readonly changes: FilmChanges;
  private readonly now: () => Date;
  private readonly server: Server;
  private readonly api: ApiServer;
  private readonly pictures: PictureServer;

  constructor({ token, now = () => new Date() }: StandInOptions) {
    const catalogue = buildCatalogue(now());
    this.now = now;
    this.changes = new FilmChanges(catalogue);
    this.pictures = new PictureServer(catalogue);
    this.api = new ApiServer({
      token,
      rewrite: (path, body) => this.rewritten(path, body),
      context: () => ({ catalogue, now: now(), changedFilms: this.changes.all(), imageUrl: this.imageUrl }),
    });
    // A client that keeps connections would otherwise meet one that was closed a moment ago.
    this.server = createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
      this.handle(request, response).catch((error: unknown) =>
        response.destroy(error instanceof Error ? error : undefined),
      );
    });
  }

  async listen(port: number, host: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => {
        this.server.off('error', reject);
        resolve();
      });
    });
    this.port = (this.server.address() as AddressInfo).port;
    const origin = `http://${host.includes(':') ? `[${host}]` : host}:${this.port}`;
    this.apiUrl = `${origin}/3`;
    this.imageUrl = `${origin}/t/p`;
  }

  fault(path: PathPattern, fault: Fault, times?: number): void {
    this.faults.add(path, fault, times);
  }

  rewrite(path: PathPattern, change: (body: unknown) => unknown): void {
    this.rewrites.add(path, change);
  }

  changeFilm(id: number, change: FilmChange): void {
    this.changes.change(id, change, this.now());
  }

  reset(): void {
    this.changes.undo();
    this.faults.clear();
    this.rewrites.clear();
    this.calls.length = 0;
  }

  async close(): Promise<void> {
    if (!this.server.listening) return;
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', headers } = request;
    const { pathname, searchParams } = new URL(request.url ?? '/', this.apiUrl);
    request.resume();
    if (pathname.startsWith('/t/p/')) {
      return send(await negotiate(this.pictures.answer(pathname.slice('/t/p'.length)), headers), response);
    }
    const path = pathname.replace(/^\/3(?=\/|$)/, '');
    const call = { method, path, query: Object.fromEntries(searchParams), headers };
    this.calls.push({ ...call, at: Date.now() });
    const truth = () => this.api.answer(call);
    const fault = this.faults.takeFirst(path);
    if (fault !== undefined) return playFault(fault, { headers, response, truth });
    send(await negotiate(truth(), headers), response);
  }

  // The body may share lists with the catalogue, which an edit must not reach.
  private rewritten(path: string, body: unknown): unknown {
    const changes = this.rewrites.all(path);
    return changes.length === 0 ? body : changes.reduce((edited, change) => change(edited), structuredClone(body));
  }
}
