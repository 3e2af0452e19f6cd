import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { loadConfig } from '../../src/config/load-config.js';
import { serve } from '../../src/serve.js';
import { createDatabase } from './postgres.js';

/** A GraphQL answer; `data` is read by tests that know its shape. */
export interface Answer {
  // Tests look into answers of any shape; a type for each would say nothing more.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data?: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

export interface Api {
  readonly url: string;
  readonly standIn: StandIn;
  /** Asks by POST. */
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
  /** Asks by POST and gives the whole HTTP answer. */
  fetch(body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Calls to TMDb since the last time this was asked. */
  takeCalls(): string[];
  close(): Promise<void>;
}

/** For machines that are busy with other tests; who looks at times sets their own. */
const patience = { TMDB_CONNECT_TIMEOUT_MS: '20000', TMDB_ATTEMPT_TIMEOUT_MS: '20000', TMDB_DEADLINE_MS: '20000' };

/** What Apollo Client sends: a client that reads the status. As `application/json` most faults are answered with 200. */
const accept = 'application/graphql-response+json, application/json;q=0.9';

/** The whole app over HTTP, on a stand-in for TMDb of its own and an empty cache. */
export async function startApi(env: Record<string, string> = {}, given?: StandIn): Promise<Api> {
  const standIn = given ?? (await startStandIn());
  const database = env['DATABASE_URL'] === undefined ? await createDatabase() : null;
  const served = await serve(
    loadConfig({
      HOST: '127.0.0.1',
      PORT: '0',
      DRAIN_SECONDS: '0',
      LOG_LEVEL: 'silent',
      INTROSPECTION: 'on',
      TMDB_READ_TOKEN: 'test-token',
      TMDB_BASE_URL: standIn.apiUrl,
      TMDB_IMAGE_BASE_URL: standIn.imageUrl,
      DATABASE_URL: database?.url ?? '',
      JWT_SECRET: 'x'.repeat(32),
      // All that a suite makes come from one client.
      REGISTRATIONS_PER_HOUR: '100000',
      // Suites ask much in quick succession; who looks at the budget sets it.
      UPSTREAM_RATE_PER_SECOND: '1000',
      // So that whole suites can be run with less of the front.
      FRONT: process.env['TEST_FRONT'] ?? 'full',
      ...patience,
      ...env,
    }),
  );
  return apiOf(served.url, standIn, async () => {
    await served.close();
    await database?.drop();
    if (given === undefined) await standIn.close();
  });
}

/** Of a server that runs by itself. */
export function apiAt(url: string, standIn: StandIn): Api {
  return apiOf(url, standIn, () => Promise.resolve());
}

function apiOf(url: string, standIn: StandIn, close: () => Promise<void>): Api {
  let counted = standIn.calls.length;
  const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    url,
    standIn,
    fetch: post,
    ask: async (query, variables, headers) =>
      (await post({ query, ...(variables && { variables }) }, headers)).json() as Promise<Answer>,
    takeCalls: () => {
      const paths = standIn.calls.slice(counted).map(({ path }) => path);
      counted = standIn.calls.length;
      return paths;
    },
    close,
  };
}
