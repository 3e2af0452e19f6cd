import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { type CacheKind, cacheKey } from '../platform/cache/cache-key.js';
import { CacheService } from '../platform/cache/cache.service.js';
import { toGlobalId } from '../platform/graphql/nodes/global-id.js';
import type { Locale, Scope } from '../platform/locale/locale.js';
import { isPromise, mapMaybe, type MaybePromise } from '../platform/request/maybe-promise.js';
import { perRequest } from '../platform/request/per-request.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { tmdbKind } from '../tmdb/reading/cache-kinds.js';
import { TmdbClient } from '../tmdb/tmdb.client.js';
import type { Genre } from './genre.model.js';

interface GenreName {
  readonly tmdbId: number;
  readonly name: string;
}

/** The kinds of film: one read a day and locale. */
@Injectable()
export class GenresService {
  private readonly kind: CacheKind;
  private readonly read = perRequest(() => new Map<Scope, MaybePromise<ReadonlyMap<number, Genre>>>());

  constructor(
    private readonly cache: CacheService,
    private readonly client: TmdbClient,
    config: AppConfig,
  ) {
    this.kind = tmdbKind('genres', 'reference', config);
  }

  async findAll(scope: Scope): Promise<Genre[]> {
    return [...genresOf(await this.names(scope.locale), scope).values()];
  }

  /** In the order of the numbers; those that TMDb does not name are left out. */
  findByTmdbIds(tmdbIds: readonly number[], scope: Scope, context: RequestContext): MaybePromise<Genre[]> {
    if (tmdbIds.length === 0) return [];
    return mapMaybe(this.genresFor(scope, context), (genres) => named(tmdbIds, genres));
  }

  async findByTmdbId(tmdbId: number, scope: Scope): Promise<Genre | null> {
    return (await this.findAll(scope)).find((genre) => genre.tmdbId === tmdbId) ?? null;
  }

  /** At once for all films of a request but the first. */
  private genresFor(scope: Scope, context: RequestContext): MaybePromise<ReadonlyMap<number, Genre>> {
    const known = this.read(context);
    const reading = known.get(scope) ?? mapMaybe(this.names(scope.locale), (names) => genresOf(names, scope));
    known.set(scope, reading);
    if (isPromise(reading)) reading.then((genres) => known.set(scope, genres)).catch(() => undefined);
    return reading;
  }

  private names(locale: Locale): MaybePromise<readonly GenreName[]> {
    const key = cacheKey(this.kind, locale);
    const load = async (): Promise<readonly GenreName[]> => {
      const { genres } = await this.client.movieGenres(locale);
      return genres.flatMap(({ id, name }) => (name === null ? [] : [{ tmdbId: id, name }]));
    };
    return this.cache.findFresh<readonly GenreName[]>(key) ?? this.cache.readThrough(key, load);
  }
}

const shared = new WeakMap<
  readonly GenreName[],
  { readonly scope: Scope; readonly genres: ReadonlyMap<number, Genre> }
>();

/** The genres behind names that were read, the same objects for all who ask in the same scope. */
function genresOf(names: readonly GenreName[], scope: Scope): ReadonlyMap<number, Genre> {
  const known = shared.get(names);
  if (known?.scope === scope) return known.genres;
  const genres = new Map(names.map((name) => [name.tmdbId, Object.freeze(toGenre(name, scope))] as const));
  shared.set(names, { scope, genres });
  return genres;
}

function toGenre({ tmdbId, name }: GenreName, scope: Scope): Genre {
  return { __typename: 'Genre', id: toGlobalId('Genre', tmdbId), tmdbId, name, scope };
}

function named(tmdbIds: readonly number[], genres: ReadonlyMap<number, Genre>): Genre[] {
  const found: Genre[] = [];
  for (const tmdbId of tmdbIds) {
    const genre = genres.get(tmdbId);
    if (genre !== undefined) found.push(genre);
  }
  return found;
}
