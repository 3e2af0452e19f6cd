import { once } from 'node:events';
import { parentPort, Worker } from 'node:worker_threads';

/** A thread of a program, as the one who started it sees it. */
export class Thread {
  #worker;

  /** Runs a file, given as its URL, with `workerData`. */
  constructor(file, workerData) {
    this.#worker = new Worker(file, { workerData });
  }

  tell(message) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
    this.#worker.postMessage(message);
  }

  /** Tells it something, and gives what it says next. */
  async ask(message) {
    const answer = once(this.#worker, 'message');
    this.tell(message);
    return (await answer)[0];
  }

  async end() {
    await this.#worker.terminate();
  }
}

/** Says something to whoever started this thread. */
export function tellStarter(message) {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
  parentPort.postMessage(message);
}
