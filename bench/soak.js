import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { makeViewer, signInAgain } from '../dist/test/faults/make-viewer.js';
import { Rig } from '../dist/test/faults/rig.js';
import { missedOf } from '../dist/test/soak/judgement.js';
import { perSecond } from '../dist/test/soak/mix.js';
import { startPostgresServer, startRedisServer } from './fault-servers.js';
import { minuteOf, quartersOf, reasonsOf, tableHead, tableRow } from './soak-report.js';
import { SoakThread } from './soak-thread.js';
import { SoakWatch } from './soak-watch.js';

/**
 * An hour at 300 requests a second, bad ones among them, on a heap of 256 MB: whether all are answered as they should
 * be, and memory, handles and times stay level. Prints a line a minute and the table of docs/reliability.md, and ends
 * with code 1 where a goal is missed. Argument: `--minutes=20`.
 */
const minutes = minutesAsked();
const sliceMs = 60_000;
const lookEveryMs = 1000;
const folder = mkdtempSync(join(tmpdir(), 'watchme-soak-'));
const probeFile = join(folder, 'probe.json');
const probe = new URL(`soak-probe.js?${new URLSearchParams({ file: probeFile })}`, import.meta.url).href;
const env = {
  NODE_OPTIONS: `--max-old-space-size=256 --import ${probe}`,
  // Small, so that both caches are full from the first quarter on; stale after a minute, so that data are renewed
  // throughout.
  CACHE_MEMORY_MB: '16',
  FRONT_MEMORY_MB: '16',
  CACHE_TTL_SECONDS: '60',
};

const stops = [];
const stopAll = async () => {
  for (let stop = stops.shift(); stop !== undefined; stop = stops.shift()) await stop();
  rmSync(folder, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stopAll().then(() => process.exit(1)));
try {
  const missed = await runAll();
  process.stdout.write(`\n${missed.length === 0 ? 'All goals are met.' : missed.join('\n')}\n`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  await stopAll();
}
// Node 24 may wait for ever, at full load, for what is under way on a connection that is closed: it is told to end.
process.exit();

async function runAll() {
  const redis = await started(startRedisServer());
  const postgres = await started(startPostgresServer());
  const rig = await started(Rig.start({ redis, postgres, env }));
  const viewer = await makeViewer(rig.url);
  const watch = new SoakWatch({ pid: rig.pid, port: rig.target.port, probeFile });
  const load = new SoakThread({ target: rig.target, viewer, perSecond });
  stops.unshift(() => load.close());
  process.stdout.write(tableHead);
  const seen = [];
  while (seen.length < minutes && rig.isRunning) {
    load.use(await signInAgain(rig.url, viewer));
    await watchFor(watch, sliceMs);
    const samples = seen.length + 1 < minutes ? await load.take() : await load.takeLast();
    seen.push(minuteOf(samples, watch.take()));
    process.stdout.write(tableRow(seen.length, seen.slice(-1)));
    for (const reason of reasonsOf(samples)) process.stderr.write(`  ${reason}\n`);
  }
  if (seen.length >= 4) process.stdout.write(`\n${tableHead}${quartersOf(seen).join('')}`);
  const ended = rig.isRunning ? [] : [`MISSED: the process ended:\n${rig.output}`];
  return [...missedOf(seen).map((goal) => `MISSED: ${goal}`), ...ended];
}

async function watchFor(watch, ms) {
  const until = performance.now() + ms;
  while (performance.now() < until) {
    await delay(lookEveryMs);
    watch.look();
  }
}

async function started(starting) {
  const running = await starting;
  stops.unshift(() => running.stop());
  return running;
}

function minutesAsked() {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' } } });
  const asked = Number(values.minutes);
  if (!Number.isInteger(asked) || asked < 1) throw new Error(`--minutes is ${values.minutes}; it is a whole number.`);
  return asked;
}
