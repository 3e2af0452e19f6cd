import { readFileSync } from 'node:fs';
import { startStandIn } from '../dist/demo/stand-in.js';
import { RealApp } from '../dist/test/support/real-app.js';
import { line, quantile, verdict } from './figures.js';
import { startPostgresServer, startRedisServer } from './fault-servers.js';

/** How long it takes from the start of a process to its first answer, with a PostgreSQL and a Redis: nine starts. */
const starts = 9;
const goalMs = 3000;
const msPerTick = 10;
const query = JSON.stringify({ query: '{ movies(first: 1) { nodes { title } } }' });

const redis = await startRedisServer();
const postgres = await startPostgresServer();
const standIn = await startStandIn();
try {
  const boots = [];
  for (let count = 0; count < starts; count += 1) boots.push(await boot());
  const median = spread(
    'start to first answer, ms',
    boots.map(({ ms }) => ms),
  );
  spread(
    'processor time of it, ms',
    boots.map(({ cpuMs }) => cpuMs),
  );
  verdict(`the median is under ${goalMs} ms`, median < goalMs);
} finally {
  await standIn.close();
  await postgres.stop();
  await redis.stop();
}
process.exit();

/** Gives the median. */
function spread(name, values) {
  const median = quantile(values, 0.5);
  line(name, { median, least: Math.min(...values), most: Math.max(...values) });
  return median;
}

async function boot() {
  const begun = performance.now();
  const env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url, DRAIN_SECONDS: '0' };
  const app = await RealApp.start({ standIn, env });
  const response = await fetch(app.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: query,
  });
  const { data } = await response.json();
  if (data?.movies?.nodes.length !== 1) throw new Error('It answers something else.');
  const ms = performance.now() - begun;
  const cpuMs = cpuMsOf(app.entry.pid);
  app.entry.signal('SIGTERM');
  await app.entry.ended();
  return { ms, cpuMs };
}

/** What a process has used, by all its threads; Linux alone says it. */
function cpuMsOf(pid) {
  try {
    const [utime, stime] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13);
    return (Number(utime) + Number(stime)) * msPerTick;
  } catch {
    return NaN;
  }
}
