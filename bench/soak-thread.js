import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { SoakLoad } from '../dist/test/soak/soak-load.js';
import { tellStarter, Thread } from './thread.js';

/** The load of the long run in a thread of its own, so that what goes through the proxies does not hold it up. */
export class SoakThread {
  #thread;

  /** Begins at once. */
  constructor(options) {
    this.#thread = new Thread(new URL(import.meta.url), options);
  }

  use(viewer) {
    this.#thread.tell({ viewer });
  }

  /** What came of the requests that have ended since this was last asked. */
  take() {
    return this.#thread.ask({ isLast: false });
  }

  /** The same of the last ones: no more are sent, and those under way are waited for. */
  takeLast() {
    return this.#thread.ask({ isLast: true });
  }

  close() {
    return this.#thread.end();
  }
}

if (!isMainThread) {
  const load = new SoakLoad(workerData);
  load.start();
  parentPort.on('message', ({ viewer, isLast }) => (viewer === undefined ? void tell(load, isLast) : load.use(viewer)));
}

async function tell(load, isLast) {
  if (isLast) await load.stop();
  tellStarter(load.take());
}
