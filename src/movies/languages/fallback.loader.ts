import { Injectable } from '@nestjs/common';
import type { ImageFile } from '../../images/image.mapper.js';
import { languageOf, type Locale } from '../../platform/locale/locale.js';
import type { MaybePromise } from '../../platform/request/maybe-promise.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { namedLanguages } from '../media/media-languages.js';
import type { MovieDetails } from '../movie-details.js';
import type { MovieSummary } from '../movie-summary.js';
import { keyOfMovie, type MovieKey, MovieLoader } from '../movie.loader.js';
import type { Movie } from '../movie.model.js';
import type { Translation } from '../texts/translation.model.js';
import { PartsAtHand } from './parts-at-hand.js';
import { hasTitleIn } from './resolve-texts.js';

/** A film, the chain of locales it is wanted in, and what that may cost. */
export interface Reading {
  /** In the first locale of the chain. */
  readonly key: MovieKey;
  readonly locales: readonly Locale[];
  /**
   * Whether a call may be made for what is missing in the first locale; else only what is at hand counts. For a film
   * that was read by itself that is all it needs, since `prefetch` has asked for it.
   */
  readonly mayCall: boolean;
}

/** How a film is read in its own chain, or in that which one field names. */
export function readingOf(movie: Movie, named: readonly Locale[] | null | undefined): Reading {
  const locales = named ?? movie.scope.locales;
  const { locale } = movie.scope;
  return {
    key: { ...keyOfMovie(movie), locale: locales[0] ?? locale },
    locales,
    mayCall: Boolean(named),
  };
}

/** For each field with a text, whether it has to be looked for beyond the first locale, by what is known so far. */
const lacks: Readonly<Record<string, (known: Known, locale: Locale) => boolean>> = {
  title: ({ summary }, locale) => !summary || !hasTitleIn(locale, summary),
  overview: ({ summary }) => !summary?.overview,
  resolvedLocale: ({ summary }, locale) => !summary?.overview || !hasTitleIn(locale, summary),
  tagline: ({ details }) => !details?.tagline,
  homepage: ({ details }) => !details?.homepage,
};

interface Known {
  readonly summary: MovieSummary | null | undefined;
  readonly details: MovieDetails | null | undefined;
}

/** Reads what stands in for texts and posters that a film lacks in the first locale of a chain. */
@Injectable()
export class FallbackLoader {
  constructor(
    private readonly movies: MovieLoader,
    private readonly atHand: PartsAtHand,
  ) {}

  /** Asks early, so that what stands in comes with the film's own call. Nothing is asked for a text that is known. */
  prefetch(key: MovieKey, locales: readonly Locale[], fields: readonly string[], context: RequestContext): void {
    if (locales.length < 2) return;
    const known = { summary: this.movies.peek('summary', key), details: this.movies.peek('details', key) };
    if (known.summary === null) return;
    if (fields.some((field) => lacks[field]?.(known, key.locale))) this.start('translations', key, context);
    const languages = languagesOf(locales);
    if (languages.length > 1 && fields.includes('poster')) {
      this.start('images', key, context, namedLanguages(languages));
    }
  }

  /** Null for a chain of one, where they are not at hand, or where they can not be had: the text as it came stays. */
  translations({ key, locales, mayCall }: Reading, context: RequestContext): MaybePromise<Translation[] | null> {
    if (locales.length < 2) return null;
    if (!mayCall) return this.atHand.find('translations', key, context);
    return this.movies.load('translations', key, context).catch(() => null);
  }

  /** The posters in the languages of the chain; null as with `translations`. */
  posters(reading: Reading, context: RequestContext): MaybePromise<readonly ImageFile[] | null> {
    const languages = languagesOf(reading.locales);
    if (languages.length < 2) return null;
    return this.images(reading, namedLanguages(languages), context).then((images) => images && images.POSTER);
  }

  private async images({ key, mayCall }: Reading, languages: readonly (string | null)[], context: RequestContext) {
    if (mayCall) return this.movies.load('images', key, context, languages).catch(() => null);
    const inChain = await this.atHand.find('images', key, context, languages);
    if (inChain !== null) return inChain;
    // Others that the request asks for hold at least those in the first language.
    return this.movies.isAsked('images', key, context) ? this.atHand.find('images', key, context) : null;
  }

  private start(
    name: 'translations' | 'images',
    key: MovieKey,
    context: RequestContext,
    languages?: readonly (string | null)[],
  ): void {
    this.movies.load(name, key, context, languages).catch(() => undefined);
  }
}

const knownLanguages = new WeakMap<readonly Locale[], string[]>();

/** The languages of a chain, best first: pictures know no countries. */
export function languagesOf(locales: readonly Locale[]): readonly string[] {
  // All films of a list share one chain.
  const known = knownLanguages.get(locales);
  if (known !== undefined) return known;
  const languages = [...new Set(locales.map(languageOf))];
  knownLanguages.set(locales, languages);
  return languages;
}
