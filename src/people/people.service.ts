import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { type CacheKind, cacheKey } from '../platform/cache/cache-key.js';
import { CacheService } from '../platform/cache/cache.service.js';
import { BadUserInputError } from '../platform/errors/coded-error.js';
import { readPagedList, type SourcePage } from '../platform/graphql/connections/paged-list.js';
import type { PageRequest } from '../platform/graphql/connections/page.args.js';
import type { Page } from '../platform/graphql/connections/page.js';
import type { Locale, Scope } from '../platform/locale/locale.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { isForEveryone } from '../tmdb/reading/audience.js';
import { tmdbKind } from '../tmdb/reading/cache-kinds.js';
import { pageOf, tmdbList } from '../tmdb/reading/list-page.js';
import { TmdbClient } from '../tmdb/tmdb.client.js';
import type { WirePersonList } from '../tmdb/wire/person.wire.js';
import { BiographyService } from './biography.service.js';
import { PeopleList } from './people-list.js';
import { PersonLoader } from './person.loader.js';
import { toPerson } from './person.mapper.js';
import type { Person } from './person.model.js';
import type { PersonSummary } from './person-summary.js';
import { personSummaryOf } from './person-summary.mapper.js';

/** Finds people by what names them, and in TMDb's lists. */
@Injectable()
export class PeopleService {
  private readonly listKind: CacheKind;
  private readonly imdbKind: CacheKind;

  constructor(
    private readonly people: PersonLoader,
    private readonly biographies: BiographyService,
    private readonly client: TmdbClient,
    private readonly cache: CacheService,
    config: AppConfig,
  ) {
    this.listKind = tmdbKind('person-list', 'list', config);
    this.imdbKind = tmdbKind('person.imdb', 'film', config);
  }

  /** Null when there is none. `fields` are those of `Person` that will be read, so that one call brings all. */
  async findByTmdbId(
    tmdbId: number,
    scope: Scope,
    fields: readonly string[],
    context: RequestContext,
  ): Promise<Person | null> {
    const key = { tmdbId, locale: scope.locale };
    this.people.prefetch(key, fields, context);
    if (fields.includes('biography')) this.biographies.prefetch(key, scope.locales, context);
    const summary = await this.people.load(this.people.summary, key, context);
    return summary && toPerson(summary, scope);
  }

  /** TMDb's number of whoever has an ID at IMDb, such as `nm0000093`; null when nobody has. */
  async findTmdbId(imdbId: string, locale: Locale): Promise<number | null> {
    if (!/^nm\d{7,10}$/.test(imdbId)) {
      throw new BadUserInputError('`imdbId` of a person is "nm" and 7 to 10 digits, such as "nm0000093".');
    }
    return this.cache.readThrough(cacheKey(this.imdbKind, imdbId), async () => {
      const found = await this.client.find(imdbId, locale);
      return found.person_results[0]?.id ?? null;
    });
  }

  readList(list: PeopleList, { locale }: Scope, request: PageRequest): Promise<Page<PersonSummary>> {
    return this.readPages(['list', list], locale, request, isForEveryone, (page) => this.fetchPage(list, page, locale));
  }

  /** A list that `identity` tells from all others. */
  readPages(
    identity: readonly (string | number)[],
    locale: Locale,
    request: PageRequest,
    keeps: (person: PersonSummary) => boolean,
    fetch: (page: number) => Promise<WirePersonList>,
  ): Promise<Page<PersonSummary>> {
    const read = (page: number): Promise<SourcePage<PersonSummary>> =>
      this.cache.readThrough(cacheKey(this.listKind, ...identity, page, locale), async () =>
        pageOf(await fetch(page), personSummaryOf),
      );
    return readPagedList(tmdbList(read, keeps), request);
  }

  private fetchPage(list: PeopleList, page: number, language: Locale): Promise<WirePersonList> {
    if (list === PeopleList.POPULAR) return this.client.popularPeople({ page, language });
    return this.client.trendingPeople(list === PeopleList.TRENDING_DAY ? 'day' : 'week', { page, language });
  }
}
