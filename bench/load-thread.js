import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Load } from '../dist/test/faults/load.js';

/** The load in a thread of its own, so that what goes through the proxies does not hold it up. */
export class LoadThread {
  #worker;

  constructor(options) {
    this.#worker = new Worker(new URL(import.meta.url), { workerData: options });
  }

  start(viewer) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
    this.#worker.postMessage(viewer);
  }

  async stop() {
    const told = once(this.#worker, 'message');
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
    this.#worker.postMessage(null);
    const [samples] = await told;
    return samples;
  }

  async close() {
    await this.#worker.terminate();
  }
}

if (!isMainThread) {
  const load = new Load(workerData);
  // A viewer starts it, null stops it.
  parentPort.on('message', (viewer) => (viewer === null ? void tellSamples(load) : load.start(viewer)));
}

async function tellSamples(load) {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
  parentPort.postMessage(await load.stop());
}
