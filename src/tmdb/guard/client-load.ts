const windowMs = 1000;

/** What each client was granted in the last second, and has under way. */
export class ClientLoad {
  readonly #inFlight = new Map<string, number>();
  readonly #recent = new Map<string, number>();
  /** In the order of time. */
  readonly #grants: { client: string; atMs: number }[] = [];
  total = 0;

  constructor(private readonly now: () => number) {}

  began(client: string): void {
    this.total += 1;
    add(this.#inFlight, client, 1);
    add(this.#recent, client, 1);
    this.#grants.push({ client, atMs: this.now() });
  }

  ended(client: string): void {
    this.total -= 1;
    add(this.#inFlight, client, -1);
  }

  inFlightOf(client: string): number {
    return this.#inFlight.get(client) ?? 0;
  }

  recentOf(client: string): number {
    const untilMs = this.now() - windowMs;
    for (let oldest = this.#grants[0]; oldest !== undefined && oldest.atMs <= untilMs; oldest = this.#grants[0]) {
      this.#grants.shift();
      add(this.#recent, oldest.client, -1);
    }
    return this.#recent.get(client) ?? 0;
  }
}

/** Nothing is kept of those who have nothing. */
function add(counts: Map<string, number>, client: string, change: number): void {
  const count = (counts.get(client) ?? 0) + change;
  if (count === 0) counts.delete(client);
  else counts.set(client, count);
}
