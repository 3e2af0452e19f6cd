import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { externalIdsOf } from '../external-ids/external-ids.mapper.js';
import type { ExternalIds } from '../external-ids/external-ids.model.js';
import { imageFilesOf } from '../images/image-file.mapper.js';
import type { ImageFile } from '../images/image.mapper.js';
import type { CacheKind } from '../platform/cache/cache-key.js';
import { CacheService } from '../platform/cache/cache.service.js';
import type { Locale } from '../platform/locale/locale.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { tmdbKind } from '../tmdb/reading/cache-kinds.js';
import type { Part } from '../tmdb/parts/part.js';
import { PartLoader } from '../tmdb/parts/part-loader.js';
import { TmdbClient } from '../tmdb/tmdb.client.js';
import type { PersonPart, WirePerson } from '../tmdb/wire/person.wire.js';
import { biographiesOf, type Biography } from './biography.js';
import { type PersonDetails, personDetailsOf } from './person-details.js';
import type { PersonSummary } from './person-summary.js';
import { personSummaryOf } from './person-summary.mapper.js';
import type { Person } from './person.model.js';

/** Names someone and the locale they are read in. */
export interface PersonKey {
  readonly tmdbId: number;
  readonly locale: Locale;
}

export function keyOfPerson({ tmdbId, scope }: Person): PersonKey {
  return { tmdbId, locale: scope.locale };
}

/** What one appended part holds: its name, its kind's name and how it is read. */
interface AppendedPart<Name extends PersonPart, Value> {
  readonly append: Name;
  readonly varies: Part<WirePerson, Value>['varies'];
  /** The fields of `Person` that need it. */
  readonly fields: readonly string[];
  readonly read: (part: NonNullable<WirePerson[Name]>) => Value;
}

/** Reads the parts of people; all that one request asks of someone comes in one call. */
@Injectable()
export class PersonLoader {
  private readonly loader: PartLoader<WirePerson>;
  readonly summary: Part<WirePerson, PersonSummary>;
  readonly details: Part<WirePerson, PersonDetails>;
  readonly images: Part<WirePerson, ImageFile[]>;
  readonly externalIds: Part<WirePerson, ExternalIds>;
  /** In every language; only what `BiographyService` reads beyond the one of `details`. */
  readonly biographies: Part<WirePerson, Biography[]>;

  constructor(
    cache: CacheService,
    client: TmdbClient,
    private readonly config: AppConfig,
  ) {
    this.loader = new PartLoader<WirePerson>(cache, ({ id, locale, append }) =>
      client.person(id, { language: locale, append: append as readonly PersonPart[] }),
    );
    this.summary = this.inherent('summary', [], personSummaryOf);
    this.details = this.inherent(
      'details',
      ['alsoKnownAs', 'biography', 'birthday', 'deathday', 'homepage', 'imdbId', 'placeOfBirth'],
      personDetailsOf,
    );
    this.images = this.register({
      append: 'images',
      varies: 'never',
      fields: ['images'],
      read: ({ profiles }) => imageFilesOf(profiles),
    });
    this.externalIds = this.register({
      append: 'external_ids',
      varies: 'never',
      fields: ['externalIds'],
      read: externalIdsOf,
    });
    this.biographies = this.register({ append: 'translations', varies: 'never', fields: [], read: biographiesOf });
  }

  /** Makes an appended part known; upper features add theirs. */
  register<Name extends PersonPart, Value>({ append, varies, fields, read }: AppendedPart<Name, Value>) {
    const part: Part<WirePerson, Value> = {
      kind: this.kindOf(append),
      append,
      varies,
      read: (body) => {
        const appended = body[append];
        return appended === null ? null : read(appended);
      },
    };
    this.loader.register(part, fields);
    return part;
  }

  /** Null where TMDb has no such person, or nothing of the kind about them. */
  load<Value>(part: Part<WirePerson, Value>, { tmdbId, locale }: PersonKey, context: RequestContext) {
    return this.loader.load({ part, id: tmdbId, locale }, context);
  }

  /** What this process holds of a part, without a call: undefined for nothing, null for someone whom there is not. */
  peek<Value>(part: Part<WirePerson, Value>, { tmdbId, locale }: PersonKey): Value | null | undefined {
    return this.loader.peek({ part, id: tmdbId, locale });
  }

  /** Asks early for what the fields of `Person` will need. */
  prefetch({ tmdbId, locale }: PersonKey, fields: readonly string[], context: RequestContext): void {
    this.loader.prefetch({ id: tmdbId, locale }, fields, context);
  }

  private inherent<Value>(name: string, fields: readonly string[], read: (body: WirePerson) => Value) {
    const part: Part<WirePerson, Value> = { kind: this.kindOf(name), append: null, varies: 'by-locale', read };
    this.loader.register(part, fields);
    return part;
  }

  private kindOf(name: string): CacheKind {
    return tmdbKind(`person.${name}`, 'film', this.config);
  }
}
