import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { cheapHashing } from '../support/accounts.js';
import { PostgresServer } from '../support/postgres.js';
import { describeWithRedisServer } from '../support/redis-server.js';
import { faults } from './faults.js';
import { missedCounts } from './goals.js';
import { Load } from './load.js';
import { makeViewer, signInAgain } from './make-viewer.js';
import type { Viewer } from './requests.js';
import { Rig } from './rig.js';
import { type FaultRun, runFault } from './run-fault.js';
import { WellAgain } from './well-again.js';

/** Seldom enough for a machine that is busy with other tests, too. */
const perSecond = { cached: 26, cold: 4, account: 6, login: 0.5, live: 3.5 };
/** What is read becomes stale in each fault, and calls that hang are given up in it. */
const brief = { CACHE_TTL_SECONDS: '1', TMDB_ATTEMPT_TIMEOUT_MS: '800', TMDB_DEADLINE_MS: '1500' };
const duringMs = 2000;
const afterMs = 300;
const tries = 100;

// A machine that stands still for a second is a fault of its own; one of ours shows each time.
jest.retryTimes(2);

describeWithRedisServer('while readers read', (redis) => {
  let postgres: PostgresServer;
  let rig: Rig;
  let run: FaultRun;

  beforeAll(async () => {
    postgres = await PostgresServer.start();
    const restart = async (): Promise<void> => {
      await postgres.shutDown();
      await postgres.restart();
    };
    const env = { ...cheapHashing, ...brief };
    rig = await Rig.start({ redis: redis(), postgres: { url: postgres.url, restart }, env });
    const { target, dependencies } = rig;
    const viewer = await makeViewer(rig.url);
    const wellAgain = new WellAgain(target);
    const load = new Load({ target, perSecond });
    const signIn = (): Promise<Viewer> => signInAgain(rig.url, viewer);
    run = {
      load,
      signIn,
      dependencies,
      wellAgain,
      isRunning: () => rig.isRunning,
      beforeMs: 0,
      duringMs,
      afterMs,
      tries,
    };
    // Everything that counts as read before is read before.
    expect(await wellAgain.wait(viewer, tries)).not.toBeNull();
  }, 120_000);

  afterAll(async () => {
    await rig.stop();
    await postgres.stop();
  });

  test.each(faults.map((fault) => [fault.name, fault] as const))(
    '%s: no request fails, cached reads are all answered, and all is well again without a restart',
    async (_name, fault) => {
      const result = await runFault(fault, run);
      // The reasons are there for whoever reads of a failure.
      const missed = missedCounts(result);
      expect({ missed, reasons: missed.length === 0 ? {} : result.reasons }).toEqual({ missed: [], reasons: {} });
    },
    60_000,
  );
});
