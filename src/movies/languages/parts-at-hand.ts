import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { perRequest } from '../../platform/request/per-request.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import type { MoviePartValue } from '../movie-parts.js';
import { type MovieKey, MovieLoader } from '../movie.loader.js';

type Name = 'translations' | 'images';
type Value = MoviePartValue<Name>;

interface Wanted {
  readonly name: Name;
  readonly key: MovieKey;
  readonly languages: readonly (string | null)[] | undefined;
}

/** Finds parts of films without ever causing a call: those that the request asks for anyway, and those held already. */
@Injectable()
export class PartsAtHand {
  // Read together, when all fields of a level have been asked: so it is known what the request asks for, and a list
  // of films is one reading of the cache.
  private readonly loaders = perRequest(
    (context) =>
      new DataLoader<Wanted, Value | null, string>((wanted) => this.findAll(wanted, context), {
        cacheKeyFn: ({ name, key, languages }) => `${name} ${key.tmdbId} ${groupOf(key, languages)}`,
      }),
  );

  constructor(private readonly movies: MovieLoader) {}

  /** Null where it is not at hand. */
  find<Part extends Name>(
    name: Part,
    key: MovieKey,
    context: RequestContext,
    languages?: readonly (string | null)[],
  ): Promise<MoviePartValue<Part> | null> {
    return this.loaders(context).load({ name, key, languages }) as Promise<MoviePartValue<Part> | null>;
  }

  private async findAll(wanted: readonly Wanted[], context: RequestContext): Promise<(Value | null)[]> {
    const isAsked = ({ name, key, languages }: Wanted): boolean => this.movies.isAsked(name, key, context, languages);
    const [asked, others] = [wanted.filter(isAsked), wanted.filter((one) => !isAsked(one))];
    const found = new Map<Wanted, Value>();
    const groups = Map.groupBy(others, ({ name, key, languages }) => `${name} ${groupOf(key, languages)}`);
    await Promise.all([
      ...asked.map(async (one) => {
        // A failure shows at the field that asked.
        const value = await this.movies.load(one.name, one.key, context, one.languages).catch(() => null);
        if (value !== null) found.set(one, value);
      }),
      ...[...groups.values()].map((group) => this.findHeld(group, found)),
    ]);
    return wanted.map((one) => found.get(one) ?? null);
  }

  private async findHeld(group: readonly Wanted[], found: Map<Wanted, Value>): Promise<void> {
    const [first] = group;
    if (first === undefined) return;
    const ids = group.map(({ key }) => key.tmdbId);
    const held = await this.movies.findHeld(first.name, ids, first.key.locale, first.languages);
    for (const one of group) {
      const value = held.get(one.key.tmdbId);
      if (value !== undefined) found.set(one, value);
    }
  }
}

function groupOf({ locale }: MovieKey, languages: Wanted['languages']): string {
  return `${locale} ${languages?.join(',') ?? ''}`;
}
