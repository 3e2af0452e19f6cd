import type { ClientLoad } from './client-load.js';

/** The most that one client may have under way while others wait: a third of the bulkhead. */
export const mostInFlightWhileOthersWait = 21;

export interface Waiter {
  /** Whose turn it takes. */
  readonly client: string;
}

/** Those of one priority who wait: by client, first come first served within a client; bounded. */
export class WaitingLine<W extends Waiter> {
  readonly #byClient = new Map<string, W[]>();
  size = 0;

  constructor(
    private readonly most: number,
    private readonly load: ClientLoad,
  ) {}

  /** Gives who has no place: in a full line the newest of the client with the most waiting, which may be the newcomer. */
  add(waiter: W): W | null {
    this.size += 1;
    const line = this.#byClient.get(waiter.client);
    if (line === undefined) this.#byClient.set(waiter.client, [waiter]);
    else line.push(waiter);
    if (this.size <= this.most) return null;
    const longest = [...this.#byClient.values()].reduce((a, b) => (b.length > a.length ? b : a));
    // Of two that wait alike, the newcomer is no better.
    const own = this.#byClient.get(waiter.client) ?? [];
    const refused = (own.length >= longest.length ? own : longest).at(-1) ?? waiter;
    this.remove(refused);
    return refused;
  }

  remove(waiter: W): void {
    const line = this.#byClient.get(waiter.client) ?? [];
    const place = line.indexOf(waiter);
    if (place === -1) return;
    line.splice(place, 1);
    this.size -= 1;
    if (line.length === 0) this.#byClient.delete(waiter.client);
  }

  /** The first of the client that was granted least in the last second; undefined when nobody may go now. */
  next(): W | undefined {
    const isAlone = this.#byClient.size === 1;
    let next: W | undefined;
    let least = Infinity;
    for (const [client, [first]] of this.#byClient) {
      if (!isAlone && this.load.inFlightOf(client) >= mostInFlightWhileOthersWait) continue;
      const recent = this.load.recentOf(client);
      if (recent < least) [next, least] = [first, recent];
    }
    return next;
  }

  all(): W[] {
    return [...this.#byClient.values()].flat();
  }
}
