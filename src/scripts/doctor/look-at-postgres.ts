import { MikroORM } from '@mikro-orm/postgresql';
import type { AppConfig } from '../../config/app-config.js';
import { pendingMigrations } from '../../migrations/migrate-database.js';
import { faultOf } from '../../platform/database/database-fault.js';
import { ormOptions } from '../../platform/database/orm-options.js';
import { tellSkew } from './clock-skew.js';
import type { Report } from './finding.js';
import { isThisMachine } from './is-this-machine.js';

const connectTimeoutMs = 4000;
const statementTimeoutMs = 4000;
/** The oldest that is tested. */
const leastMajor = 15;
const shareOfConnections = 0.8;

interface Told {
  readonly version: string;
  readonly connections: number;
  readonly encrypted: boolean | null;
  readonly now: string;
}

/** Whether PostgreSQL is reached, by TLS, has its tables, and takes as many connections as may be opened. */
export async function lookAtPostgres({ database, upstream }: AppConfig, report: Report): Promise<void> {
  const settings = { ...database, poolMax: 1, connectTimeoutMs, statementTimeoutMs };
  let orm: MikroORM | undefined;
  try {
    orm = await MikroORM.init({
      // Reads the file of an authority, which may not be there.
      ...ormOptions(settings),
      discovery: { warnWhenNoEntities: false },
      entities: [],
    });
    const beforeMs = Date.now();
    const [told] = await orm.em.fork().execute<Told[]>(
      `select current_setting('server_version') as version, current_setting('max_connections')::int as connections,
        (select ssl from pg_stat_ssl where pid = pg_backend_pid()) as encrypted,
        (extract(epoch from clock_timestamp()) * 1000)::text as now`,
    );
    if (told === undefined) return;
    tell(told, database.poolMax * upstream.maxTasks, report);
    if (told.encrypted !== true && !isThisMachine(database.url)) {
      report.warn('is spoken to unencrypted over a network', 'Use TLS: sslmode=verify-full in DATABASE_URL.');
    }
    tellSkew(report, Number(told.now), beforeMs, Date.now());
    const pending = await pendingMigrations(settings);
    if (pending.length > 0) {
      report.fail(`lacks ${pending.length} migrations`, 'Run dist/scripts/migrate.js before the API.');
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    report.fail(`can not be used (${code ?? message})`, remedyOf(error));
  } finally {
    await orm?.close();
  }
}

function tell({ version, connections, encrypted }: Told, mostOpened: number, report: Report): void {
  report.ok(`${version} is reached${encrypted === true ? ' by TLS' : ', unencrypted'}`);
  if (Number.parseInt(version, 10) < leastMajor) {
    report.warn(`is of version ${version}`, `Use version ${leastMajor} or newer, which is what is tested.`);
  }
  if (mostOpened > connections * shareOfConnections) {
    report.warn(
      `takes ${connections} connections, and MAX_TASKS × DATABASE_POOL_MAX may open ${mostOpened}`,
      'Lower DATABASE_POOL_MAX, or use a larger instance: stay under 80 %.',
    );
  }
}

function remedyOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === '28P01' || code === '28000') return 'See the user and password in DATABASE_URL.';
  if (code === 'ENOENT') return 'See the path of sslrootcert in DATABASE_URL.';
  if (code === '3D000') return 'Make the database, or see its name in DATABASE_URL.';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'Name it as its certificate does.';
  if (/does not support SSL/.test(message)) return 'It has no TLS: turn it on there, or leave sslmode out.';
  if (faultOf(error) === 'REFUSED') return 'Give the file of its certificate authority as NODE_EXTRA_CA_CERTS.';
  if (code === 'ENOTFOUND') return 'Its name is not known: see DATABASE_URL.';
  if (code === 'ECONNREFUSED') return 'Nothing listens there: start it, or see the port in DATABASE_URL.';
  return 'See whether it runs, and whether a firewall or security group is in the way.';
}
