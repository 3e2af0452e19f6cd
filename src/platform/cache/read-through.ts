import type { Attributes } from '@opentelemetry/api';
import { inSpan } from '../telemetry/spans.js';
import { currentRequest, outsideRequest } from '../request/current-request.js';
import { currentErrand } from '../request/errand.js';
import { OwnRefusalError } from '../request/own-refusal.error.js';
import type { RequestContext } from '../request/request-context.js';
import { currentRoot } from '../request/root-field.js';
import type { CacheKey } from './cache-key.js';
import { LoadErrand } from './load-errand.js';
import { type LoadMany, Loads, type LoadsParts } from './loads.js';
import { waitAs } from './read-wait.js';
import type { Flight, Landing } from './single-flight.js';

/** What one call can not answer at once. */
interface Batch {
  readonly load: LoadMany<unknown>;
  readonly errand: LoadErrand;
  readonly missing: Flight[];
  readonly stale: CacheKey[];
}

/** Answers keys from what is held, and loads the rest: in front of the reader or behind. */
export class ReadThrough {
  private readonly loads: Loads;

  constructor(private readonly parts: LoadsParts) {
    this.loads = new Loads(parts);
  }

  /** A promise a key, in their order. */
  each<T>(keys: readonly CacheKey[], load: LoadMany<T>): Promise<T | null>[] {
    const request = currentRequest();
    noteWants(keys, request);
    const batch: Batch = { load, errand: errandFor(request), missing: [], stale: [] };
    const answers = keys.map((key) => this.answerFor(key, batch, request));
    if (batch.missing.length > 0)
      void inSpan(
        'cache read',
        () => this.fly(batch, load),
        () => attributesOf(batch),
      );
    else this.refresh(batch.stale, load);
    return answers as Promise<T | null>[];
  }

  /** What this process holds and is fresh; undefined when that is nothing. Never loads. */
  findFresh(key: CacheKey): unknown {
    const held = this.parts.layers.find(key);
    if (held?.isFresh !== true) return undefined;
    const request = currentRequest();
    noteWants([key], request);
    this.parts.counters.count(key.kind.name, 'hitsInProcess');
    request?.trace.reads.note(key.text, 'hit', held.entry);
    return held.entry.value;
  }

  /** The value held, or the promise of one; adds to the batch what is to be loaded for it. */
  private async answerFor(key: CacheKey, batch: Batch, request: RequestContext | undefined): Promise<unknown> {
    const reads = request?.trace.reads;
    try {
      const { outcome, entry } = this.findHeld(key, batch) ?? (await this.waitFor(key, batch, request));
      reads?.note(key.text, outcome, entry);
      return entry.value;
    } catch (error) {
      // Refused to whoever asked first, not to this one.
      if (error instanceof OwnRefusalError && !error.isFor(request)) return this.each([key], batch.load)[0];
      reads?.noteFailed(key.text);
      throw error;
    }
  }

  private findHeld(key: CacheKey, { stale }: Batch): Landing | undefined {
    const held = this.parts.layers.find(key);
    if (held === undefined) return undefined;
    this.parts.counters.count(key.kind.name, held.isFresh ? 'hitsInProcess' : 'stale');
    if (!held.isFresh) stale.push(key);
    return { outcome: held.isFresh ? 'hit' : 'stale', entry: held.entry };
  }

  private waitFor(key: CacheKey, { errand, missing }: Batch, request: RequestContext | undefined): Promise<Landing> {
    const { counters, flights } = this.parts;
    const underWay = flights.find(key);
    // One that was called off has nothing for whoever comes now.
    if (underWay !== undefined && !underWay.errand.signal.aborted) {
      counters.joined += 1;
      if (request !== undefined) request.trace.hasWaited = true;
      return waitAs(request, underWay);
    }
    const flight = flights.start(key, errand);
    missing.push(flight);
    return waitAs(request, flight);
  }

  private async fly<T>({ missing, stale, errand }: Batch, load: LoadMany<T>): Promise<void> {
    try {
      const absent = this.refuseFailed(await this.landFromRedis(missing, stale));
      if (absent.length === 0) this.refresh(stale, load);
      // What is stale comes along: one call brings several parts of a thing as well as one.
      else await this.loads.run([...absent, ...this.openRefreshes(stale, errand)], load, errand);
    } catch (error) {
      for (const flight of missing) flight.reject(error);
    }
  }

  /** Answers the flights whose keys Redis holds, notes those that are stale, and returns the others. */
  private async landFromRedis(flights: readonly Flight[], stale: CacheKey[]): Promise<readonly Flight[]> {
    const found = await this.parts.layers.findShared(flights.map(({ key }) => key));
    return flights.filter((flight, index) => {
      const { key } = flight;
      const held = found[index];
      if (held === undefined) {
        this.parts.counters.count(key.kind.name, 'misses');
        return true;
      }
      if (this.parts.flights.isCurrent(flight)) this.parts.layers.keep(key, held);
      this.parts.counters.count(key.kind.name, held.isFresh ? 'hitsInRedis' : 'stale');
      if (!held.isFresh) stale.push(key);
      flight.resolve({ entry: held.entry, outcome: held.isFresh ? 'hit' : 'stale' });
      return false;
    });
  }

  /** Ends the flights of keys whose load failed a moment ago, and returns the others. */
  private refuseFailed(flights: readonly Flight[]): readonly Flight[] {
    return flights.filter(({ key, reject }) => {
      const failure = this.parts.failures.recent(key.text);
      if (failure === undefined) return true;
      this.parts.counters.spared += 1;
      reject(failure);
      return false;
    });
  }

  /** Behind the readers' backs, and for no request of theirs. */
  private refresh<T>(stale: readonly CacheKey[], load: LoadMany<T>): void {
    if (stale.length === 0) return;
    const errand = new LoadErrand('', currentErrand().priority === 'warm' ? 'warm' : 'refresh');
    const flights = this.openRefreshes(stale, errand);
    if (flights.length > 0) outsideRequest(() => void this.loads.run(flights, load, errand));
  }

  /** A flight for each key that nobody is at and that did not fail a moment ago. */
  private openRefreshes(keys: readonly CacheKey[], errand: LoadErrand): Flight[] {
    const due = keys.filter(
      (key) => this.parts.flights.find(key) === undefined && !this.parts.failures.holdsRefresh(key.text),
    );
    return [...new Map(due.map((key) => [key.text, key])).values()].map((key) => {
      this.parts.counters.count(key.kind.name, 'refreshes');
      return this.parts.flights.start(key, errand);
    });
  }
}

function attributesOf({ missing }: Batch): Attributes {
  return { 'watchme.kind': missing[0]?.key.kind.name ?? '', 'watchme.keys': missing.length };
}

/** Reads of parts say for themselves who wants them: many fields' reads are gathered into one call of this. */
function noteWants(keys: readonly CacheKey[], request: RequestContext | undefined): void {
  const root = currentRoot();
  if (root === undefined) return;
  for (const { text } of keys) request?.trace.reads.kept?.want(root, text);
}

/** Outside of a request it goes on as long as whatever it is done for. */
function errandFor(request: RequestContext | undefined): LoadErrand {
  if (request !== undefined) return new LoadErrand(request.client, null);
  const { priority, client } = currentErrand();
  return new LoadErrand(client, priority === 'reader' ? null : priority);
}
