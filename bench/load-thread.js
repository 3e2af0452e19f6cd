import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { Load } from '../dist/test/faults/load.js';
import { tellStarter, Thread } from './thread.js';

/** The load in a thread of its own, so that what goes through the proxies does not hold it up. */
export class LoadThread {
  #thread;

  constructor(options) {
    this.#thread = new Thread(new URL(import.meta.url), options);
  }

  start(viewer) {
    this.#thread.tell(viewer);
  }

  /** What came of all requests. */
  stop() {
    return this.#thread.ask(null);
  }

  close() {
    return this.#thread.end();
  }
}

if (!isMainThread) {
  const load = new Load(workerData);
  // A viewer starts it, null stops it.
  parentPort.on('message', (viewer) => (viewer === null ? void tellSamples(load) : load.start(viewer)));
}

async function tellSamples(load) {
  tellStarter(await load.stop());
}
