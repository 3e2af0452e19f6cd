import { readdirSync, readFileSync } from 'node:fs';
import { quantile } from './figures.js';

/** Looks at a process and at what its probe writes, and keeps that until it is asked. */
export class SoakWatch {
  #pid;
  #port;
  #probeFile;
  #looks = [];

  constructor({ pid, port, probeFile }) {
    this.#pid = pid;
    this.#port = port;
    this.#probeFile = probeFile;
  }

  look() {
    this.#looks.push({ rssBytes: memoryOf(this.#pid), handles: this.#handles(), ...this.#probed() });
  }

  /**
   * Since this was last asked: of memory the least, which is what is left when all is collected; of handles and timers
   * the median, since connections are not counted in the same moment as files.
   */
  take() {
    const all = (name) => this.#looks.map((look) => look[name]).filter((value) => value !== undefined);
    const least = (name) => Math.min(...all(name));
    const median = (name) => quantile(all(name), 0.5);
    const taken = {
      rssBytes: least('rssBytes'),
      heapBytes: least('heapBytes'),
      handles: median('handles'),
      timers: median('timers'),
    };
    this.#looks = [];
    return taken;
  }

  /** Open files but for readers' connections: as many as they make, and so none that the app lost. */
  #handles() {
    return readdirSync(`/proc/${this.#pid}/fd`).length - connectionsTo(this.#port);
  }

  /** Nothing where it is just being written. */
  #probed() {
    try {
      return JSON.parse(readFileSync(this.#probeFile, 'utf8'));
    } catch {
      return {};
    }
  }
}

function connectionsTo(port) {
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')} `;
  const established = /^\s*\d+: \S+ \S+ 01 /;
  const lines = readFileSync('/proc/net/tcp', 'utf8').split('\n');
  return lines.filter((text) => established.test(text) && text.split(/(?<=:\w{4} )/)[0].endsWith(local)).length;
}

/** What the process holds of the machine's memory, in bytes. */
function memoryOf(pid) {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
}
