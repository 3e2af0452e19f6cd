import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { commandOn } from '../servers/machine.js';
import { askOf, end } from '../servers/told.js';

const file = fileURLToPath(new URL('load.js', import.meta.url));

/** The load from outside: see `load.js` for what the orders take and answer. */
export class LoadProcess {
  #child;

  constructor() {
    const [command, ...args] = commandOn('load', [process.execPath, file]);
    this.#child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  }

  open(options) {
    return this.#order('open', options);
  }

  run(options) {
    return this.#order('run', options);
  }

  close() {
    return this.#order('close');
  }

  stop() {
    return end(this.#child, 'SIGKILL');
  }

  async #order(order, options) {
    const { error, result } = await askOf(this.#child, { order, options });
    if (error !== undefined) throw new Error(`The load failed: ${error}`);
    return result;
  }
}
