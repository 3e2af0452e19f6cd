import { summarise } from './report/statistics.js';

/**
 * Measures servers under load: the CPU time of a server's processes over a window that begins and ends with nothing
 * under way, divided by the requests of the window.
 */
export class Meter {
  #load;
  #raw;
  #times;

  constructor({ load, raw, times }) {
    this.#load = load;
    this.#raw = raw;
    this.#times = times;
  }

  /** One window. `server` is `{ path, port | ports, processes }`, `requests` makes texts for a path. */
  async window(server, requests, { connections = 32, perSecond, warmUpMs = this.#times.warmUpMs } = {}) {
    const { ports = [server.port], processes, path } = server;
    await this.#load.open({ ports, connections, requests: requests(path) });
    try {
      await this.#load.run({ ms: warmUpMs, perSecond });
      const before = await usageOf(processes);
      const counts = await this.#load.run({ ms: this.#times.windowMs, perSecond });
      const after = await usageOf(processes);
      const cpuMicros = (after.cpuMicros - before.cpuMicros) / counts.answered;
      return { ...counts, cpuMicros };
    } finally {
      await this.#load.close();
    }
  }

  /** Loads it until it is compiled. */
  async settle(server, requests) {
    await this.window(server, requests, { warmUpMs: this.#times.settlingMs });
  }

  /** Sends each of the texts so often, and measures nothing. */
  async send(server, texts, times = 1) {
    await this.#load.open({ ports: [server.port], connections: 32, requests: texts });
    try {
      return await this.#load.run({ total: texts.length * times });
    } finally {
      await this.#load.close();
    }
  }

  /** A window of raw `node:http`, which gives the ready answer of this name. */
  raw(requests, twin, options) {
    return this.window({ ...this.#raw, path: `/${twin}` }, requests, options);
  }

  /** A window of raw `node:http` with the same bytes, and one of the server right after it. */
  async pair({ server, requests, twin }, options) {
    const raw = await this.raw(requests, twin, options);
    return { raw, server: await this.window(server, requests, options) };
  }

  /** Rounds of all works in turn, `{ key: { server, requests, twin } }`; before them, each runs until it is compiled. */
  async compare(works, rounds, eachRound = async () => undefined) {
    const entries = Object.entries(works);
    for (const [, { server, requests }] of entries) await this.settle(server, requests);
    const results = new Map(entries.map(([key]) => [key, []]));
    for (let round = 0; round < rounds; round += 1) {
      await eachRound();
      for (const [key, work] of entries) results.get(key).push(await this.pair(work));
    }
    return Object.fromEntries([...results].map(([key, pairs]) => [key, summarise(pairs)]));
  }
}

async function usageOf(processes) {
  const usages = await Promise.all(processes.map((process) => process.usage()));
  return { cpuMicros: usages.reduce((total, { cpuMicros }) => total + cpuMicros, 0) };
}
