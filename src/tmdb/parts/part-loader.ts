import DataLoader from 'dataloader';
import type { CacheKey } from '../../platform/cache/cache-key.js';
import type { CacheService } from '../../platform/cache/cache.service.js';
import type { Locale } from '../../platform/locale/locale.js';
import { perRequest } from '../../platform/request/per-request.js';
import { currentRoot, underNoRoot } from '../../platform/request/root-field.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { UpstreamUnavailableError } from '../tmdb.errors.js';
import { keyOfPart, type Part, type PartKey, type PartRequest } from './part.js';

/** One call for a thing with what it appends. */
export interface PartsCall {
  readonly id: number;
  readonly locale: Locale;
  readonly append: readonly string[];
  /** By appended name, the languages wanted of it. */
  readonly languages: ReadonlyMap<string, readonly (string | null)[]>;
}

/** Fetches a thing's body with what the call appends; null when there is no such thing. */
export type FetchParts<Body> = (call: PartsCall) => Promise<Body | null>;

type Wanted<Body> = PartRequest<Body, unknown>;

/**
 * Gathers what a request wants of each thing, wherever in the tree, and fetches the pieces that are not cached in one
 * call a thing and locale. Pieces that the same body holds anyway are cached with them.
 */
export class PartLoader<Body> {
  private readonly asked = perRequest(() => new Map<string, Promise<unknown>>());
  private readonly loaders = perRequest(
    (context) =>
      new DataLoader<Wanted<Body>, unknown, string>((wanted) => underNoRoot(() => this.loadAll(wanted)), {
        cacheKeyFn: (request) => keyOfPart(request).text,
        cacheMap: this.asked(context),
      }),
  );

  private readonly inherent: Part<Body, unknown>[] = [];
  private readonly byField = new Map<string, Part<Body, unknown>>();

  constructor(
    private readonly cache: CacheService,
    private readonly fetch: FetchParts<Body>,
  ) {}

  /** Makes a part known, with the GraphQL fields that need it; upper features add theirs too. */
  register(part: Part<Body, unknown>, fields: readonly string[]): void {
    if (part.append === null) this.inherent.push(part);
    for (const field of fields) this.byField.set(field, part);
  }

  load<Value>(request: PartRequest<Body, Value>, context: RequestContext): Promise<Value | null> {
    const root = currentRoot();
    if (root !== undefined) context.trace.reads.kept?.want(root, keyOfPart(request).text);
    return this.loaders(context).load(request) as Promise<Value | null>;
  }

  /** Whether the request has asked for the part so far. */
  isAsked(request: PartRequest<Body, unknown>, context: RequestContext): boolean {
    return this.asked(context).has(keyOfPart(request).text);
  }

  /** Asks early for what the fields will need, so that it comes with the first call; failures show where used. */
  prefetch(key: PartKey, fields: readonly string[], context: RequestContext): void {
    for (const field of fields) {
      const part = this.byField.get(field);
      if (part !== undefined) this.load({ ...key, part }, context).catch(() => undefined);
    }
  }

  /** What this process holds of a part, without a call; undefined for nothing. */
  peek<Value>(request: PartRequest<Body, Value>): Value | null | undefined {
    return this.cache.peek<Value>(keyOfPart(request));
  }

  /** Takes what a list told of a thing. */
  seed<Value>(request: PartRequest<Body, Value>, value: Value): void {
    this.cache.seed(keyOfPart(request), value);
  }

  private async loadAll(wanted: readonly Wanted<Body>[]): Promise<unknown[]> {
    const found = new Map<Wanted<Body>, unknown>();
    await Promise.all(
      groupByThing(wanted).map(async (group) => {
        const results = await Promise.allSettled(this.loadThing(group));
        // DataLoader takes an Error in place of a value as the failure of that key alone.
        group.forEach((request, index) => found.set(request, valueOrReason(results[index])));
      }),
    );
    return wanted.map((request) => found.get(request));
  }

  private loadThing(group: readonly Wanted<Body>[]): Promise<unknown>[] {
    return this.cache.readThroughEach(group.map(keyOfPart), (missing) => this.fetchMissing(group, missing));
  }

  private async fetchMissing(
    group: readonly Wanted<Body>[],
    missing: readonly CacheKey[],
  ): Promise<Map<string, unknown>> {
    const texts = new Set(missing.map((key) => key.text));
    const requests = group.filter((request) => texts.has(keyOfPart(request).text));
    const body = await this.fetch(callFor(requests));
    if (body !== null) this.seedInherent(body, requests);
    return new Map(requests.map((request) => [keyOfPart(request).text, body && delivered(body, request)]));
  }

  private seedInherent(body: Body, requests: readonly Wanted<Body>[]): void {
    const [first] = requests;
    if (first === undefined) return;
    const { id, locale } = first;
    for (const part of this.inherent) {
      if (requests.some((request) => request.part === part)) continue;
      this.cache.seed(keyOfPart({ part, id, locale }), part.read(body, { id, locale }));
    }
  }
}

function delivered<Body>(body: Body, request: Wanted<Body>): unknown {
  return request.part.read(body, request) ?? new UpstreamUnavailableError({ reason: 'bad-body' });
}

function valueOrReason(result: PromiseSettledResult<unknown> | undefined): unknown {
  return result?.status === 'fulfilled' ? result.value : result?.reason;
}

function groupByThing<Body>(wanted: readonly Wanted<Body>[]): Wanted<Body>[][] {
  return [...Map.groupBy(wanted, ({ id, locale }) => `${id} ${locale}`).values()];
}

function callFor(requests: readonly Wanted<never>[]): PartsCall {
  const [first] = requests;
  if (first === undefined) throw new Error('A call needs at least one part.');
  const append = new Set<string>();
  const languages = new Map<string, Set<string | null>>();
  for (const { part, locale, languages: named, originalLanguage = null } of requests) {
    if (part.append === null) continue;
    append.add(part.append);
    const wanted = named ?? part.languagesFor?.(locale, originalLanguage);
    if (wanted !== undefined) languages.set(part.append, new Set([...(languages.get(part.append) ?? []), ...wanted]));
  }
  return {
    id: first.id,
    locale: first.locale,
    append: [...append],
    languages: new Map([...languages].map(([name, set]) => [name, [...set]])),
  };
}
