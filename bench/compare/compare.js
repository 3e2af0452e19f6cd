import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedisServer } from '../fault-servers.js';
import { startDependencies } from '../server.js';
import { growConnections, growEntries, growFilms, growProcesses } from './growth.js';
import { LoadProcess } from './load/load-process.js';
import { describeMachine, describeVersions, hasRedis, moveToLoadCore } from './servers/machine.js';
import { Meter } from './meter.js';
import { readOptions } from './options.js';
import { pageOf, pictureOf } from './report/page.js';
import { preparePeers, startPeers } from './servers/peers.js';
import { redisHits } from './servers/redis-hits.js';
import { figuresTable, goalsTable, growthTables } from './report/tables.js';
import { checkPeer, newTokens, pages, placesOf, readSubject } from './subject.js';
import { answerMegabytes, startWatchMe } from './servers/watchme.js';
import { worksOf } from './works.js';

/**
 * WatchMe beside others and raw `node:http`, in CPU per request. Prints the tables and writes docs/benchmarks.md and
 * its picture. Ends with code 1 where the run fails; a goal that is missed is said and fails nothing.
 */
const began = new Date();
/** What was started, the last first. */
const stops = [];
let stopping = Promise.resolve();
const stopAll = () => (stopping = stopping.then(stopStarted));
let isInterrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, interrupt);
try {
  const options = readOptions(process.argv.slice(2));
  preparePeers();
  moveToLoadCore();
  const run = await runAll(options);
  process.stdout.write(`\n${goalsTable(run)}\n${figuresTable(run)}\n${growthTables(run)}\n`);
  writeFileSync('docs/benchmarks.md', pageOf(run));
  writeFileSync('docs/benchmarks.svg', pictureOf(run));
  process.stdout.write('Written: docs/benchmarks.md and docs/benchmarks.svg.\n');
} catch (error) {
  process.exitCode = 1;
  // What an interrupted run says of servers that are gone is nothing new.
  if (!isInterrupted) process.stderr.write(`${error.stack}\n`);
} finally {
  await stopAll();
}
// Node 24 may wait for ever, at full load, for what is under way on a connection that is closed: it is told to end.
process.exit();

async function runAll(options) {
  const { servers, subject, redisUrl } = await startAll();
  const load = new LoadProcess();
  stops.push(() => load.stop());
  const meter = new Meter({ load, raw: servers.raw, times: options });
  const state = { tokens: [] };
  const renew = async () => {
    state.tokens = await newTokens(urlOf(servers.front), subject.tmdbId);
  };
  await renew();
  say('Everything runs. Measuring.');
  const notes = servers.redis === undefined ? ['Data in Redis is not measured: there is no redis-server here.'] : [];
  if (servers.redis !== undefined) notes.push(await checkRedis(meter, servers, subject, state, redisUrl));
  if (subject.etag === null) notes.push('304 is not measured: the answer has no ETag.');
  const works = await meter.compare(worksOf(servers, subject, state, options.isQuick), options.rounds, renew);
  say('How it grows.');
  const growth = {
    films: await growFilms(meter, servers, pages, options.growthRounds),
    connections: await growConnections(meter, servers, [32, 128, 512], options.rounds),
    processes: await growProcesses(meter, servers, options.growthRounds),
    entries: await growEntries(meter, servers, subject.tmdbId, options.entries, options.growthRounds),
  };
  const command = ['npm run bench', ...process.argv.slice(2)].join(' -- ');
  const facts = [
    ...describeMachine(),
    ['Versions', describeVersions()],
    ['Date', began.toISOString().slice(0, 16).replace('T', ' ')],
    ['Command', `\`${command}\`, ${options.rounds} rounds, ${options.windowMs / 1000} s a window`],
  ];
  return { works, growth, facts, notes, options, answerMegabytes };
}

async function startAll() {
  const redis = hasRedis() ? await started(startRedisServer()) : null;
  const dependencies = await started(startDependencies());
  const redisUrl = redis?.url ?? null;
  const watchMe = await startWatchMe(dependencies, redisUrl, stops);
  const subject = await readSubject(urlOf(watchMe.front));
  if (watchMe.redis !== undefined) subject.places = await placesOf(urlOf(watchMe.redis));
  const folder = mkdtempSync(join(tmpdir(), 'watchme-compare-'));
  stops.push(() => rmSync(folder, { recursive: true, force: true }));
  const data = join(folder, 'data.json');
  writeFileSync(data, JSON.stringify({ films: subject.films, answers: subject.answers }));
  const { raw, ...others } = await startPeers(data, stops);
  for (const server of [...Object.values(others), ...Object.values(watchMe)]) await checkPeer(server, subject);
  return { servers: { raw, ...others, ...watchMe }, subject, redisUrl };
}

/** Whether data really come from Redis: what the note says of it. */
async function checkRedis(meter, servers, subject, state, redisUrl) {
  const { server, requests } = worksOf(servers, subject, state, true).redis20;
  const texts = requests(server.path);
  await meter.send(server, texts);
  const before = await redisHits(redisUrl);
  const { answered } = await meter.send(server, texts);
  const hits = ((await redisHits(redisUrl)) - before) / answered;
  return `Data in Redis: the process holds 1 MB, and ${texts.length} pages that take more are asked for in turn; Redis gave ${hits.toFixed(2)} values a request.`;
}

/** Ends all that runs, whereupon the run fails by itself. */
function interrupt() {
  isInterrupted = true;
  void stopAll().then(() => setTimeout(() => process.exit(1), 15_000));
}

async function stopStarted() {
  for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) await stop();
}

async function started(starting) {
  const running = await starting;
  stops.push(() => running.stop());
  if (isInterrupted) throw new Error('Interrupted.');
  return running;
}

function urlOf({ path, port }) {
  return `http://127.0.0.1:${port}${path}`;
}

function say(words) {
  process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${words}\n`);
}
