import { connect } from 'node:net';
import { quantile } from '../../figures.js';
import { AnswerReader } from './answer-reader.js';

/**
 * The load, in a process of its own. Each message is an order: `open` makes the connections, `run` sends requests over
 * them until a time has passed or a number is sent and answers once all are answered, `close` ends them.
 */
class Load {
  #connections = [];
  #idle = [];
  #requests = [];
  #lengths = [];
  #next = 0;
  #window = null;

  /** `requests` are ready texts, sent in turn; the connections are spread over the ports. */
  async open({ ports, connections, requests }) {
    this.#requests = requests.map((text) => Buffer.from(text));
    this.#lengths = [];
    this.#next = 0;
    const opened = Array.from({ length: connections }, (_, index) => this.#connect(ports[index % ports.length]));
    this.#connections = await Promise.all(opened);
    this.#idle = [...this.#connections];
  }

  /** `ms` or `total` ends it; with `perSecond` requests have their times, and wait if no connection is free. */
  run({ ms = Infinity, total = Infinity, perSecond = null }) {
    const { promise, resolve } = Promise.withResolvers();
    const startedAt = performance.now();
    const window = { ms, total, perSecond, startedAt, sent: 0, answered: 0, failed: 0, latencies: [], resolve };
    this.#window = window;
    if (perSecond !== null) window.timer = setInterval(() => this.#fill(), 1);
    this.#fill();
    return promise;
  }

  close() {
    for (const connection of this.#connections) connection.socket.destroy();
    this.#connections = [];
    this.#idle = [];
    return {};
  }

  #connect(port) {
    return new Promise((resolve, reject) => {
      const connection = { socket: connect({ port, host: '127.0.0.1', noDelay: true }), dueAt: 0, request: 0 };
      const reader = new AnswerReader((status, length) => this.#answered(connection, status, length));
      connection.socket.once('connect', () => resolve(connection));
      connection.socket.once('error', reject);
      connection.socket.once('close', () => reject(new Error('A server has closed a connection.')));
      connection.socket.on('data', (chunk) => reader.push(chunk));
      connection.socket.once('close', () => this.#lost(connection));
    });
  }

  #fill() {
    const window = this.#window;
    while (this.#idle.length > 0) {
      const now = performance.now();
      if (now - window.startedAt >= window.ms || window.sent >= window.total) break;
      const dueAt = window.perSecond === null ? now : window.startedAt + (window.sent * 1000) / window.perSecond;
      if (dueAt > now) break;
      this.#send(this.#idle.shift(), dueAt);
    }
    this.#conclude();
  }

  #send(connection, dueAt) {
    connection.dueAt = dueAt;
    connection.request = this.#next;
    this.#next = (this.#next + 1) % this.#requests.length;
    this.#window.sent += 1;
    connection.socket.write(this.#requests[connection.request]);
  }

  #answered(connection, status, length) {
    const window = this.#window;
    window.answered += 1;
    window.latencies.push(performance.now() - connection.dueAt);
    // An answer of another length than before is another answer.
    const expected = (this.#lengths[connection.request] ??= length);
    if ((status !== 200 && status !== 304) || length !== expected) window.failed += 1;
    this.#idle.push(connection);
    this.#fill();
  }

  /** One that was closed from over there, in the middle of a run or between two. */
  #lost(connection) {
    if (!this.#connections.includes(connection)) return;
    process.send({ error: 'A server has closed a connection.' });
  }

  #conclude() {
    const window = this.#window;
    const now = performance.now();
    const isOver = now - window.startedAt >= window.ms || window.sent >= window.total;
    if (!isOver || window.answered < window.sent || window.resolve === null) return;
    clearInterval(window.timer);
    const { resolve, answered, failed, latencies } = window;
    window.resolve = null;
    const [p50Ms, p99Ms] = [0.5, 0.99].map((share) => quantile(latencies, share));
    resolve({ answered, failed, p50Ms, p99Ms, perSecond: (answered * 1000) / (now - window.startedAt) });
  }
}

const load = new Load();
process.on('disconnect', () => process.exit());
process.on('message', ({ order, options }) => void obey(order, options));

async function obey(order, options) {
  try {
    process.send({ result: (await load[order](options)) ?? {} });
  } catch (error) {
    process.send({ error: error.message });
  }
}
