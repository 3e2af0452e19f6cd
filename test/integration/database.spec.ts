import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { entities } from '../../src/entities.js';
import { ServiceUnavailableError } from '../../src/platform/database/database.errors.js';
import { Database } from '../../src/platform/database/database.service.js';
import { ormOptions } from '../../src/platform/database/orm-options.js';
import { PoolClients } from '../../src/platform/database/pool-clients.js';
import { PostgresServer } from '../support/postgres.js';
import { Gauges } from '../../src/platform/telemetry/gauges.js';

let server: PostgresServer;
let database: Database;

beforeAll(async () => {
  server = await PostgresServer.start();
});

afterAll(() => server.stop());

beforeEach(async () => {
  database = await openDatabase({ statementTimeoutMs: 400, connectTimeoutMs: 2000, limitMs: 3000 });
});

afterEach(() => database.onApplicationShutdown());

async function openDatabase(times: {
  statementTimeoutMs: number;
  connectTimeoutMs: number;
  limitMs: number;
}): Promise<Database> {
  const clients = new PoolClients(new Gauges());
  const { limitMs, ...limits } = times;
  const settings = { url: server.url, poolMax: 3, idleTransactionTimeoutMs: 30_000, ...limits };
  const orm = await MikroORM.init({
    ...ormOptions(settings, (pool) => clients.track(pool)),
    entities: [...entities],
  });
  return new Database(orm, clients, { limitMs, probeEveryMs: 50 });
}

const readOne = (): Promise<unknown> =>
  database.read(async (em) => (await sql`select 1 as one`.execute(em.getKysely())).rows);

async function untilItIsBack(): Promise<void> {
  for (;;) {
    try {
      await readOne();
      return;
    } catch (error) {
      expect(error).toBeInstanceOf(ServiceUnavailableError);
      await delay(20);
    }
  }
}

describe('Database', () => {
  test('gives what was read', async () => {
    expect(await readOne()).toEqual([{ one: 1 }]);
  });

  test('writes all or nothing', async () => {
    const name = 'transactions';
    const write = database.write(async (em) => {
      await sql`create table ${sql.table(name)} (n int)`.execute(em.getKysely());
      throw new TypeError('no');
    });
    await expect(write).rejects.toThrow(TypeError);
    const { rows } = await database.read((em) => sql`select to_regclass(${name}) as found`.execute(em.getKysely()));
    expect(rows).toEqual([{ found: null }]);
  });

  test('gives up a statement that takes too long, and stays in service', async () => {
    const slow = database.read((em) => sql`select pg_sleep(5)`.execute(em.getKysely()));
    await expect(slow).rejects.toThrow(ServiceUnavailableError);
    expect(await readOne()).toEqual([{ one: 1 }]);
  });

  test('says so when all connections are taken, and stays in service', async () => {
    const busy = await openDatabase({ statementTimeoutMs: 10_000, connectTimeoutMs: 500, limitMs: 30_000 });
    const gate = Promise.withResolvers<void>();
    const hold = async (): Promise<() => Promise<unknown>> => {
      const begun = Promise.withResolvers<void>();
      const held = busy.write(async (em) => {
        await sql`select 1`.execute(em.getKysely());
        begun.resolve();
        await gate.promise;
      });
      await begun.promise;
      return () => held;
    };
    try {
      const held = [await hold(), await hold(), await hold()];
      await expect(busy.read((em) => em.execute('select 1'))).rejects.toThrow(ServiceUnavailableError);
      gate.resolve();
      await Promise.all(held.map((ended) => ended()));
      expect(await busy.read((em) => em.execute('select 1 as one'))).toEqual([{ one: 1 }]);
    } finally {
      gate.resolve();
      await busy.onApplicationShutdown();
    }
  });

  test('gives up work that takes too long in all, and ends nobody else’s', async () => {
    const patient = await openDatabase({ statementTimeoutMs: 20_000, connectTimeoutMs: 5000, limitMs: 3000 });
    try {
      const slow = expect(patient.read((em) => em.execute('select pg_sleep(8)'))).rejects.toThrow(
        ServiceUnavailableError,
      );
      await delay(2500);
      // It is under way when the other is given up.
      const other = patient.read((em) => em.execute('select pg_sleep(1), 1 as one'));
      await slow;
      // In service: nobody is refused at once.
      expect(await patient.read((em) => em.execute('select 1 as one'))).toEqual([{ one: 1 }]);
      expect(await other).toMatchObject([{ one: 1 }]);
    } finally {
      await patient.onApplicationShutdown();
    }
  });

  test('repeats a read whose connection was closed while it lay idle', async () => {
    const pidOf = (): Promise<unknown> =>
      database.read(async (em) => (await sql`select pg_backend_pid() as pid`.execute(em.getKysely())).rows);
    let attempts = 0;
    await database.read(async (em) => {
      attempts += 1;
      if (attempts === 1) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(em.getKysely());
    });
    expect(attempts).toBe(2);
    expect(await pidOf()).toHaveLength(1);
  });

  test('never repeats a write', async () => {
    let attempts = 0;
    const write = database.write(async (em) => {
      attempts += 1;
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(em.getKysely());
    });
    await expect(write).rejects.toThrow(ServiceUnavailableError);
    expect(attempts).toBe(1);
    await untilItIsBack();
  });

  test('refuses at once while the server hangs, once one has waited, and is back by itself', async () => {
    await readOne();
    server.pause();
    try {
      await expect(readOne()).rejects.toThrow(ServiceUnavailableError);
      // What waits for the server would take longer than this work of the process alone.
      const refused = await Promise.race([readOne().catch((error: unknown) => error), delay(300, 'waited')]);
      expect(refused).toBeInstanceOf(ServiceUnavailableError);
    } finally {
      server.resume();
    }
    await untilItIsBack();
    await Promise.all(Array.from({ length: 20 }, readOne));
  });

  test('is back by itself after the server crashed', async () => {
    await readOne();
    await server.crash();
    await expect(readOne()).rejects.toThrow(ServiceUnavailableError);
    await server.restart();
    await untilItIsBack();
  });
});
