import { MikroORM } from '@mikro-orm/postgresql';

/** Runs one statement behind the app's back; `?` stands for a value. Gives its rows. */
export async function askPostgres<Row extends object>(
  url: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const orm = await MikroORM.init({
    dbName: new URL(url).pathname.slice(1),
    driverOptions: { connectionString: url },
    discovery: { warnWhenNoEntities: false },
    entities: [],
    logger: () => undefined,
  });
  try {
    return await orm.em.fork().execute<Row[]>(statement, [...values]);
  } finally {
    await orm.close();
  }
}
