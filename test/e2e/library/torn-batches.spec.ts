import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { type Account, cheapHashing, signUp } from '../../support/accounts.js';
import { backWithinMs, untilBack } from '../../support/accounts-back.js';
import { type Answer, type Api, startApi } from '../../support/api.js';
import { PostgresServer } from '../../support/postgres.js';
import { countStatements, type StatementCount } from '../../support/statement-count.js';
import { updateLibrary, viewerLibrary } from '../queries/library-queries.js';
import { catalogue } from '../subjects.js';

const films = catalogue.films.slice(0, 100).map(({ id }) => id);
const changes = films.map((tmdbId) => ({ addToWatchlist: { tmdbId } }));
/** Of the 400 of all batches. */
const insertsBeforeTheFault = 40;

// A machine that stands still for a second tears nothing, or too much; a fault of ours shows each time.
jest.retryTimes(2);

let postgres: PostgresServer;
let statements: StatementCount;
let api: Api;
let owners: Account[];

beforeAll(async () => {
  postgres = await PostgresServer.start();
  statements = countStatements();
  api = await startApi({ ...cheapHashing, DATABASE_URL: postgres.url });
  // From here on the cache knows the films, and the batches meet in PostgreSQL.
  await api.ask('query ($ids: [Int!]!) { moviesByTmdbIds(tmdbIds: $ids) { title } }', { ids: films });
}, 60_000);

beforeEach(async () => {
  owners = [];
  // One after the other: all at once, they could overtax a server that has just come back.
  while (owners.length < 4) owners.push(await untilSignedUp());
}, 60_000);

afterAll(async () => {
  statements.stop();
  await api.close();
  await postgres.stop();
});

/** What was tried before may have left accounts out of service for the moment. */
async function untilSignedUp(): Promise<Account> {
  const giveUpAt = Date.now() + backWithinMs;
  for (;;) {
    try {
      return await signUp(api);
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await delay(100);
    }
  }
}

const fill = (account: Account): Promise<Answer> => account.ask(updateLibrary, { input: { changes } });
const hasMade = ({ data }: Answer): boolean => data?.updateLibrary?.__typename === 'UpdateLibrarySuccess';

/** As often as a client may have to send it to a machine that is busy with other tests. */
async function untilFilled(account: Account): Promise<void> {
  const giveUpAt = Date.now() + backWithinMs;
  for (;;) {
    const answer = await fill(account);
    if (hasMade(answer)) return;
    if (Date.now() > giveUpAt) throw new Error(`The batch is not made: ${JSON.stringify(answer)}`);
    await untilBack(account);
  }
}

async function countOf(account: Account): Promise<number> {
  return (await account.ask(viewerLibrary)).data.viewer.watchlist.totalCount as number;
}

/** Waits until the batches are well under way. */
async function untilTorn(batches: Promise<unknown>): Promise<void> {
  let isOver = false;
  const end = (): void => void (isOver = true);
  batches.then(end, end);
  for (let inserts = 0; inserts < insertsBeforeTheFault; await delay(1)) {
    if (isOver) throw new Error('The batches were over before they could be torn.');
    inserts += statements.take().filter((text) => /insert into .?watchlist_entries/.test(text)).length;
  }
}

interface Fault {
  begin(): Promise<void> | void;
  end(): Promise<void> | void;
}

async function fillTorn(fault: Fault): Promise<Answer[]> {
  statements.take();
  const batches = Promise.all(owners.map(fill));
  await untilTorn(batches);
  await fault.begin();
  try {
    return await batches;
  } finally {
    await fault.end();
  }
}

const faults: Readonly<Record<string, Fault>> = {
  crashes: { begin: () => postgres.crash(), end: () => postgres.restart() },
  hangs: { begin: () => postgres.pause(), end: () => postgres.resume() },
};

describe.each(Object.entries(faults))('When PostgreSQL %s amid batches of a hundred changes', (_, fault) => {
  test('each is there as a whole or not at all, and can be sent again', async () => {
    const answers = await fillTorn(fault);
    const refused = answers.filter((answer) => !hasMade(answer));
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) {
      expect(answer).toMatchObject({
        data: { updateLibrary: null },
        errors: [{ path: ['updateLibrary'], extensions: { code: 'SERVICE_UNAVAILABLE' } }],
      });
    }
    await Promise.all(owners.map(untilBack));
    for (const [at, owner] of owners.entries()) {
      const answer = answers[at];
      // Whether a change that was not acknowledged was made, nobody knows.
      expect(answer && hasMade(answer) ? [100] : [0, 100]).toContain(await countOf(owner));
    }
    await Promise.all(owners.map(untilFilled));
    expect(await Promise.all(owners.map(countOf))).toEqual([100, 100, 100, 100]);
  }, 60_000);
});
