import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { makeViewer, signInAgain } from '../dist/test/faults/make-viewer.js';
import { Rig } from '../dist/test/faults/rig.js';
import { quantile } from './figures.js';
import { startPostgresServer, startRedisServer } from './fault-servers.js';
import { LoadThread } from './load-thread.js';

/**
 * A long run at 200 requests a second on a heap of 256 MB: whether memory and handles stay level. The argument is its
 * minutes, 30 where none is given. Prints a line a minute, and ends with code 1 where a goal is missed.
 */
const minutes = Number(process.argv[2] ?? 30);
const perSecond = { cached: 183, cold: 5, account: 10, login: 0.2, live: 1.8 };
/** Small, so that the cache is full from the first quarter on; stale after a minute, so that it is renewed throughout. */
const env = { NODE_OPTIONS: '--max-old-space-size=256', CACHE_MEMORY_MB: '16', CACHE_TTL_SECONDS: '60' };
const sliceMs = 60_000;
const sampleEveryMs = 1000;
const bytesPerMegabyte = 1024 * 1024;

const stops = [];
try {
  const redis = await started(startRedisServer());
  const postgres = await started(startPostgresServer());
  const rig = await started(Rig.start({ redis, postgres, env }));
  const viewer = await makeViewer(rig.url);
  const load = new LoadThread({ target: rig.target, perSecond });
  stops.unshift(() => load.close());
  process.stdout.write('| minute | requests | failed | refused | p99 ms | lowest memory MB | handles |\n');
  process.stdout.write('| --: | --: | --: | --: | --: | --: | --: |\n');
  const slices = [];
  for (let minute = 1; minute <= minutes; minute += 1) {
    slices.push(await runSlice(rig, load, await signInAgain(rig.url, viewer)));
    process.stdout.write(`| ${minute} | ${Object.values(slices.at(-1)).join(' | ')} |\n`);
  }
  const missed = missedOf(slices);
  process.stdout.write(`\n${missed.length === 0 ? 'All goals are met.' : missed.join('\n')}\n`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  for (const stop of stops) await stop();
}
// Node 24 may wait for ever, at full load, for what is under way on a connection that is closed: it is told to end.
process.exit();

async function runSlice(rig, load, viewer) {
  const memory = [];
  load.start(viewer);
  for (let passedMs = 0; passedMs < sliceMs; passedMs += sampleEveryMs) {
    await delay(sampleEveryMs);
    memory.push(memoryOf(rig.pid));
  }
  const samples = await load.stop();
  for (const { kind, outcome, ms } of samples) {
    if (outcome.verdict === 'failed')
      process.stderr.write(`${kind} failed after ${Math.round(ms)} ms: ${outcome.reason}\n`);
  }
  const count = (verdict) => samples.filter(({ outcome }) => outcome.verdict === verdict).length;
  const p99 = quantile(
    samples.map(({ ms }) => ms),
    0.99,
  );
  return {
    requests: samples.length,
    failed: count('failed'),
    refused: count('clean'),
    p99: Math.round(p99),
    memory: Math.round(Math.min(...memory) / bytesPerMegabyte),
    handles: readdirSync(`/proc/${rig.pid}/fd`).length - connectionsTo(rig.target.port),
  };
}

/** The open connections of readers: as many as they make, and so no handles that the app lost. */
function connectionsTo(port) {
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')} `;
  const established = /^\s*\d+: \S+ \S+ 01 /;
  const lines = readFileSync('/proc/net/tcp', 'utf8').split('\n');
  return lines.filter((text) => established.test(text) && text.split(/(?<=:\w{4} )/)[0].endsWith(local)).length;
}

/** What the process holds of the machine's memory, in bytes. */
function memoryOf(pid) {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
}

/** The last quarter against the third: level is within a twentieth, and handles within ten. */
function missedOf(slices) {
  const quarter = Math.max(1, Math.floor(slices.length / 4));
  const [third, last] = [slices.slice(-2 * quarter, -quarter), slices.slice(-quarter)];
  const failed = slices.reduce((sum, slice) => sum + slice.failed, 0);
  return [
    ...(failed === 0 ? [] : [`MISSED: ${failed} requests failed.`]),
    ...(least(last, 'memory') <= 1.05 * least(third, 'memory') ? [] : ['MISSED: memory grows.']),
    ...(least(last, 'handles') <= least(third, 'handles') + 10 ? [] : ['MISSED: handles grow.']),
  ];
}

function least(slices, name) {
  return Math.min(...slices.map((slice) => slice[name]));
}

async function started(starting) {
  const running = await starting;
  stops.unshift(() => running.stop());
  return running;
}
