import { setTimeout as delay } from 'node:timers/promises';
import type { Answer } from '../support/api.js';

/** What the app said it did for an account. */
export interface Acknowledged {
  readonly email: string;
  readonly watchlist: Set<number>;
  readonly ratings: Map<number, number>;
  readonly lists: Set<string>;
}

const password = 'seventeen quiet owls at noon';
const firstFilm = 1_000_000_001;
const changesOfAnAccount = 12;

const register = `mutation ($input: RegisterInput!) {
  register(input: $input) { ... on AuthSuccess { accessToken } }
}`;
const login = `mutation ($input: LoginInput!) { login(input: $input) { ... on AuthSuccess { accessToken } } }`;
const addToWatchlist = `mutation ($input: AddToWatchlistInput!) {
  addToWatchlist(input: $input) { ... on AddToWatchlistSuccess { edge { node { tmdbId } } } }
}`;
const rateMovie = `mutation ($input: RateMovieInput!) {
  rateMovie(input: $input) { ... on RateMovieSuccess { edge { node { value } } } }
}`;
const createList = `mutation ($input: CreateListInput!) {
  createList(input: $input) { ... on CreateListSuccess { edge { node { name } } } }
}`;
const library = `{ viewer {
  watchlist(first: 100) { nodes { tmdbId } }
  ratings(first: 100) { nodes { tmdbId value } }
  lists(first: 100) { nodes { name } }
} }`;

/** People who register and fill their libraries, and remember what they were told was done. */
export class Load {
  readonly acknowledged: Acknowledged[] = [];
  private unacknowledged = 0;
  private isStopped = false;

  constructor(private readonly url: string) {}

  stop(): void {
    this.isStopped = true;
  }

  get counts(): { accounts: number; changes: number; unacknowledged: number } {
    const changes = this.acknowledged.reduce(
      (sum, { watchlist, ratings, lists }) => sum + watchlist.size + ratings.size + lists.size,
      0,
    );
    return { accounts: this.acknowledged.length, changes, unacknowledged: this.unacknowledged };
  }

  async run(worker: number): Promise<void> {
    for (let round = 0; !this.isStopped; round += 1) await this.live(`w${worker}-${round}@example.com`);
  }

  /** What of the account is not there, in words. */
  async missingOf({ email, watchlist, ratings, lists }: Acknowledged): Promise<string[]> {
    const signedIn = await this.ask(login, { input: { email, password } });
    const token = signedIn?.data?.login?.accessToken as string | undefined;
    if (token === undefined) return [`${email} can not sign in: ${JSON.stringify(signedIn)}`];
    const answer = await this.ask(library, {}, token);
    const viewer = answer?.data?.viewer as Library | undefined;
    if (viewer === undefined) return [`${email} has no library: ${JSON.stringify(answer)}`];
    const held = new Set(viewer.watchlist.nodes.map(({ tmdbId }) => tmdbId));
    const rated = new Map(viewer.ratings.nodes.map(({ tmdbId, value }) => [tmdbId, value]));
    const named = new Set(viewer.lists.nodes.map(({ name }) => name));
    return [
      ...[...watchlist].filter((id) => !held.has(id)).map((id) => `${email} watchlist ${id}`),
      ...[...ratings].filter(([id, value]) => rated.get(id) !== value).map(([id]) => `${email} rating ${id}`),
      ...[...lists].filter((name) => !named.has(name)).map((name) => `${email} list ${name}`),
    ];
  }

  private async live(email: string): Promise<void> {
    const answer = await this.ask(register, { input: { email, password } });
    const token = answer?.data?.register?.accessToken as string | undefined;
    if (token === undefined) return;
    const account: Acknowledged = { email, watchlist: new Set(), ratings: new Map(), lists: new Set() };
    this.acknowledged.push(account);
    for (let change = 0; change < changesOfAnAccount && !this.isStopped; change += 1) {
      await this.change(account, change, token);
    }
  }

  private async change(account: Acknowledged, index: number, token: string): Promise<void> {
    const tmdbId = firstFilm + index;
    if (index % 3 === 0) {
      const answer = await this.ask(addToWatchlist, { input: { tmdbId } }, token);
      if (answer?.data?.addToWatchlist?.edge !== undefined) account.watchlist.add(tmdbId);
    } else if (index % 3 === 1) {
      const value = 1 + (index % 9);
      const answer = await this.ask(rateMovie, { input: { tmdbId, value } }, token);
      if (answer?.data?.rateMovie?.edge !== undefined) account.ratings.set(tmdbId, value);
    } else {
      const name = `List ${index}`;
      const answer = await this.ask(createList, { input: { name } }, token);
      if (answer?.data?.createList?.edge !== undefined) account.lists.add(name);
    }
  }

  private async ask(query: string, variables: object, token?: string): Promise<Answer | null> {
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query, variables }),
      });
      const answer = (await response.json()) as Answer;
      if (answer.errors !== undefined) await this.failed();
      return answer;
    } catch {
      await this.failed();
      return null;
    }
  }

  private async failed(): Promise<void> {
    this.unacknowledged += 1;
    // Whoever asks again at once would only measure how fast a refusal is.
    await delay(50);
  }
}

interface Library {
  readonly watchlist: { readonly nodes: readonly { readonly tmdbId: number }[] };
  readonly ratings: { readonly nodes: readonly { readonly tmdbId: number; readonly value: number }[] };
  readonly lists: { readonly nodes: readonly { readonly name: string }[] };
}
