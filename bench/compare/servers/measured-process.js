import { spawn } from 'node:child_process';
import { commandOn } from './machine.js';
import { askOf, end, toldBy } from './told.js';

const preload = new URL('tell-usage.js', import.meta.url).href;

/** A server in a process of its own, on the core of servers where there are two, whose CPU time can be asked. */
export class MeasuredProcess {
  #child;

  /** Runs the file by Node, with these arguments and variables alone. */
  constructor(file, { args: given = [], env, cwd = process.cwd(), side = 'servers' }) {
    const [command, ...args] = commandOn(side, [process.execPath, '--import', preload, file, ...given]);
    this.#child = spawn(command, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  }

  /** The port that the process tells. @throws where it ends before. */
  async port() {
    const { port } = await toldBy(this.#child);
    return port;
  }

  /** The CPU time of all its threads so far, in microseconds. */
  usage() {
    return askOf(this.#child, 'usage');
  }

  /** The memory that it holds, once its garbage is collected. */
  async heldBytes() {
    const { heldBytes } = await askOf(this.#child, 'held');
    return heldBytes;
  }

  stop() {
    return end(this.#child);
  }
}
