import { post, smallDocument } from './documents.js';
import { median } from './report/statistics.js';
import { repeated, varied } from './works.js';

/** How much of what 32 connections can get is asked for while connections are counted. */
const pace = 0.3;
const batch = 1000;

/** How the cost of a page grows with its films: `{ name: [[films, cost]] }` in costs of raw `node:http` for 20. */
export async function growFilms(meter, servers, sizes, rounds) {
  const curves = [
    ['front', repeated],
    ['executing', varied],
    ['mercurius', repeated],
  ];
  const costs = new Map(curves.map(([key]) => [key, sizes.map(() => [])]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [key, requests] of curves) {
      const raw = await meter.raw(repeated(20), 'page20');
      for (const [index, size] of sizes.entries()) {
        const { cpuMicros } = await meter.window(servers[key], requests(size));
        costs.get(key)[index].push(cpuMicros / raw.cpuMicros);
      }
    }
  }
  return Object.fromEntries(
    [...costs].map(([key, of]) => [key, sizes.map((size, index) => [size, median(of[index])])]),
  );
}

/** How late the slowest hundredth is at so many connections, all at the same rate: `{ name: [[connections, p99 ms]] }`. */
export async function growConnections(meter, servers, sizes, rounds) {
  const { perSecond: most } = await meter.window(servers.front, repeated(20));
  const perSecond = Math.round(most * pace);
  const curves = { front: [], raw: [] };
  for (const connections of sizes) {
    const pairs = [];
    const work = { server: servers.front, requests: repeated(20), twin: 'page20' };
    for (let round = 0; round < rounds; round += 1) pairs.push(await meter.pair(work, { connections, perSecond }));
    curves.front.push([connections, median(pairs.map(({ server }) => server.p99Ms))]);
    curves.raw.push([connections, median(pairs.map(({ raw }) => raw.p99Ms))]);
  }
  return { perSecond, ...curves };
}

/** What so many other answers in the front's cache do to a repeated query: `[[entries, ratio to raw, bytes held]]`. */
export async function growEntries(meter, servers, tmdbId, sizes, rounds) {
  const points = [];
  let made = 0;
  for (const entries of sizes) {
    for (; made < entries; made += batch) {
      const texts = Array.from({ length: batch }, (_, index) =>
        post(servers.front.path, smallDocument, { tmdbId, n: made + index }),
      );
      // Twice: an answer may be kept from its second use on.
      const { failed } = await meter.send(servers.front, texts, 2);
      if (failed > 0) throw new Error(`${failed} of the other answers failed.`);
    }
    const pairs = [];
    const work = { server: servers.front, requests: repeated(20), twin: 'page20' };
    for (let round = 0; round < rounds; round += 1) pairs.push(await meter.pair(work));
    const ratio = median(pairs.map(({ raw, server }) => raw.cpuMicros / server.cpuMicros));
    const held = await Promise.all(servers.front.processes.map((each) => each.heldBytes()));
    points.push([entries, ratio, held.reduce((sum, bytes) => sum + bytes, 0)]);
  }
  return points;
}

/** One and two processes under the same load: `[[processes, ratio to raw, requests a second of both]]`. */
export async function growProcesses(meter, servers, rounds) {
  const { front, second } = servers;
  const both = {
    path: front.path,
    ports: [front.port, second.port],
    processes: [...front.processes, ...second.processes],
  };
  const points = [];
  await meter.settle(second, repeated(20));
  for (const [count, server] of [
    [1, front],
    [2, both],
  ]) {
    const pairs = [];
    for (let round = 0; round < rounds; round += 1)
      pairs.push(await meter.pair({ server, requests: repeated(20), twin: 'page20' }));
    const ratio = median(pairs.map((pair) => pair.raw.cpuMicros / pair.server.cpuMicros));
    points.push([count, ratio, median(pairs.map((pair) => pair.server.perSecond))]);
  }
  return points;
}
