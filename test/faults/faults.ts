import type { Fault as UpstreamFault } from '#demo/stand-in.js';
import type { Kind } from './requests.js';
import type { ProxyMode } from './tcp-proxy.js';

/** What can be taken from the app, and given back. */
export interface Dependencies {
  /** What becomes of connections to it, from now on. */
  redis(mode: ProxyMode): Promise<void>;
  postgres(mode: ProxyMode): Promise<void>;
  tmdb(mode: ProxyMode): Promise<void>;
  /** What becomes of calls to TMDb, from now on; null: they are answered. */
  tmdbAnswers(fault: UpstreamFault | null): void;
  /** Ends Redis and starts it anew, empty. */
  restartRedis(): Promise<void>;
  /** Shuts PostgreSQL down and starts it anew. */
  restartPostgres(): Promise<void>;
  /** PostgreSQL ends the connections of all its clients. */
  endPostgresConnections(): Promise<void>;
}

/** Something that goes wrong for a while. */
export interface Fault {
  readonly name: string;
  /** What the reader of docs/reliability.md has to know besides. */
  readonly detail: string;
  /** Whether accounts may be refused meanwhile: without PostgreSQL there are none. */
  readonly takesAccounts: boolean;
  /** Of which some have to be refused, or it was not there at all. */
  readonly refuses: readonly Kind[];
  /** Goals of the long form. */
  readonly cachedP99Ms: number;
  readonly wellAgainWithinMs: number;
  inject(dependencies: Dependencies): Promise<void>;
  lift(dependencies: Dependencies): Promise<void>;
}

const pass = { kind: 'pass' } as const;
const refuse = { kind: 'refuse' } as const;
const blackHole = { kind: 'black-hole' } as const;
const nothing = (): Promise<void> => Promise.resolve();
const goals = { cachedP99Ms: 100, wellAgainWithinMs: 5000, takesAccounts: false, refuses: [] };

/** All of them, one after the other; none leaves anything behind once it is lifted. */
export const faults: readonly Fault[] = [
  redisFault('Redis down', 'connections are refused', refuse),
  redisFault('Redis black hole', 'connections are taken, nothing is answered', blackHole),
  redisFault('Redis 2 s late', 'each answer', { kind: 'slow', delayMs: 2000 }),
  redisFault('Redis flapping', 'away and back every 0.3 s', { kind: 'flapping', everyMs: 300 }),
  {
    ...goals,
    name: 'Redis restarted',
    detail: 'and empty',
    inject: (dependencies) => dependencies.restartRedis(),
    lift: nothing,
  },
  postgresFault('PostgreSQL down', 'connections are refused', refuse),
  postgresFault('PostgreSQL black hole', 'connections are taken, nothing is answered', blackHole),
  {
    ...goals,
    takesAccounts: true,
    name: 'PostgreSQL connections killed',
    detail: 'all, by the server',
    inject: (dependencies) => dependencies.endPostgresConnections(),
    lift: (dependencies) => dependencies.endPostgresConnections(),
  },
  {
    ...goals,
    takesAccounts: true,
    name: 'PostgreSQL restarted',
    detail: 'with what it holds',
    inject: (dependencies) => dependencies.restartPostgres(),
    lift: nothing,
  },
  tmdbFault('TMDb 500', 'each call', { kind: 'status', status: 500 }),
  tmdbFault('TMDb 429', 'with `Retry-After: 2`', { kind: 'status', status: 429, retryAfterSeconds: 2 }),
  tmdbFault('TMDb hangs', 'no answer ever comes', { kind: 'hang' }),
  tmdbFault('TMDb cut', 'half an answer, then the connection breaks', { kind: 'cut' }),
  tmdbFault('TMDb rubbish', 'a page in place of JSON', { kind: 'rubbish' }),
  tmdbFault('TMDb wrong shape', 'JSON of something else', { kind: 'wrong-shape' }),
  { ...tmdbFault('TMDb 500 MB', 'of a body', { kind: 'huge', bytes: 500_000_000 }), cachedP99Ms: 300 },
  tmdbFault('TMDb drips', 'a byte every 20 ms', { kind: 'drip', ms: 20 }),
  {
    ...goals,
    refuses: ['cold'],
    name: 'Redis and TMDb down',
    detail: 'connections are refused',
    inject: (dependencies) => all(dependencies.redis(refuse), dependencies.tmdb(refuse)),
    lift: (dependencies) => all(dependencies.redis(pass), dependencies.tmdb(pass)),
  },
  {
    ...goals,
    takesAccounts: true,
    refuses: ['cold', 'account'],
    wellAgainWithinMs: 10_000,
    name: 'All three down',
    detail: 'connections are refused',
    inject: (dependencies) => all(dependencies.redis(refuse), dependencies.tmdb(refuse), dependencies.postgres(refuse)),
    lift: (dependencies) => all(dependencies.redis(pass), dependencies.tmdb(pass), dependencies.postgres(pass)),
  },
];

function redisFault(name: string, detail: string, mode: ProxyMode): Fault {
  return {
    ...goals,
    name,
    detail,
    inject: (dependencies) => dependencies.redis(mode),
    lift: (dependencies) => dependencies.redis(pass),
  };
}

function postgresFault(name: string, detail: string, mode: ProxyMode): Fault {
  return {
    ...goals,
    takesAccounts: true,
    refuses: ['account'],
    name,
    detail,
    inject: (dependencies) => dependencies.postgres(mode),
    lift: (dependencies) => dependencies.postgres(pass),
  };
}

function tmdbFault(name: string, detail: string, fault: UpstreamFault): Fault {
  return {
    ...goals,
    refuses: ['cold'],
    name,
    detail,
    inject: async (dependencies) => dependencies.tmdbAnswers(fault),
    lift: async (dependencies) => dependencies.tmdbAnswers(null),
  };
}

async function all(...works: readonly Promise<void>[]): Promise<void> {
  await Promise.all(works);
}
