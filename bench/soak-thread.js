import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { SoakLoad } from '../dist/test/soak/soak-load.js';

/** The load of the long run in a thread of its own, so that what goes through the proxies does not hold it up. */
export class SoakThread {
  #worker;

  /** Begins at once. */
  constructor(options) {
    this.#worker = new Worker(new URL(import.meta.url), { workerData: options });
  }

  use(viewer) {
    this.#send({ viewer });
  }

  /** What came of the requests that have ended since this was last asked. */
  async take() {
    const told = once(this.#worker, 'message');
    this.#send({ isLast: false });
    return (await told)[0];
  }

  /** The same of the last ones: no more are sent, and those under way are waited for. */
  async takeLast() {
    const told = once(this.#worker, 'message');
    this.#send({ isLast: true });
    return (await told)[0];
  }

  async close() {
    await this.#worker.terminate();
  }

  #send(message) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
    this.#worker.postMessage(message);
  }
}

if (!isMainThread) {
  const load = new SoakLoad(workerData);
  load.start();
  parentPort.on('message', ({ viewer, isLast }) => (viewer === undefined ? void tell(load, isLast) : load.use(viewer)));
}

async function tell(load, isLast) {
  if (isLast) await load.stop();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
  parentPort.postMessage(load.take());
}
