import { setTimeout as delay } from 'node:timers/promises';
import { makeViewer, signInAgain } from '../dist/test/faults/make-viewer.js';
import { Fleet } from '../dist/test/rolling/fleet.js';
import { quantile } from './figures.js';
import { startPostgresServer, startRedisServer } from './fault-servers.js';
import { LoadThread } from './load-thread.js';

/**
 * A deployment under load: 150 requests a second through a balancer that follows readiness, while eight processes are
 * replaced one after the other, and until 10,000 requests were sent. Ends with code 1 where a goal is missed.
 */
const perSecond = { cached: 117, cold: 5, account: 25, login: 0.5, live: 2.5 };
const ratePerSecond = Object.values(perSecond).reduce((sum, rate) => sum + rate, 0);
const size = 2;
const replacements = 8;
const requests = 10_000;
const endGoalMs = 10_000;

const stops = [];
try {
  const missed = await run();
  process.stdout.write(`\n${missed.length === 0 ? 'All goals are met.' : missed.join('\n')}\n`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  for (const stop of stops) await stop();
}
// Node 24 may wait for ever, at full load, for what is under way on a connection that is closed: it is told to end.
process.exit();

async function run() {
  const [redis, postgres] = [await started(startRedisServer()), await started(startPostgresServer())];
  const env = { REDIS_URL: redis.url, DRAIN_SECONDS: '5' };
  const fleet = await started(Fleet.start({ size, databaseUrl: postgres.url, env }));
  const viewer = await makeViewer(fleet.url);
  const load = new LoadThread({ target: { host: '127.0.0.1', port: fleet.proxy.port, secrets: [] }, perSecond });
  stops.unshift(() => load.close());
  const begun = performance.now();
  load.start(await signInAgain(fleet.url, viewer));
  process.stdout.write('| replacement | boot ms | SIGTERM to end ms | exit code |\n| --: | --: | --: | --: |\n');
  const replaced = [];
  for (let count = 1; count <= replacements; count += 1) {
    const replacement = await fleet.replaceOldest();
    replaced.push(replacement);
    const { bootMs, endMs, code } = replacement;
    process.stdout.write(`| ${count} | ${Math.round(bootMs)} | ${Math.round(endMs)} | ${code} |\n`);
  }
  await delay(Math.max(0, (requests * 1000) / ratePerSecond - (performance.now() - begun)));
  return judge(await load.stop(), replaced);
}

function judge(samples, replaced) {
  const bad = samples.filter(({ outcome }) => outcome.verdict !== 'ok');
  const p99 = quantile(
    samples.map(({ ms }) => ms),
    0.99,
  );
  process.stdout.write(`\n${samples.length} requests, ${bad.length} of them not answered, p99 ${Math.round(p99)} ms\n`);
  for (const [reason, count] of Object.entries(Object.groupBy(bad, ({ outcome }) => outcome.reason))) {
    process.stdout.write(`${count.length} times ${reason}\n`);
  }
  return [
    bad.length > 0 && `${bad.length} requests were not answered`,
    samples.length < requests && `only ${samples.length} requests were sent`,
    replaced.some(({ code }) => code !== 0) && 'a process ended with another code than 0',
    replaced.some(({ endMs }) => endMs > endGoalMs) && `a process took over ${endGoalMs} ms to end`,
  ].filter(Boolean);
}

async function started(starting) {
  const it = await starting;
  stops.unshift(() => it.stop());
  return it;
}
