import { Injectable } from '@nestjs/common';
import { imageOfFile, imageOfPath } from '../../images/image.mapper.js';
import { type Image, ImageKind } from '../../images/image.model.js';
import { type LocalizedText, noText } from '../../platform/locale/along-chain.js';
import { isSameLanguage, languageOf, type Locale } from '../../platform/locale/locale.js';
import { mapMaybe, type MaybePromise } from '../../platform/request/maybe-promise.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { firstInLanguages } from '../media/media.js';
import type { MovieSummary } from '../movie-summary.js';
import { MovieLoader } from '../movie.loader.js';
import type { Movie } from '../movie.model.js';
import { FallbackLoader, languagesOf, type Reading, readingOf } from './fallback.loader.js';
import { filledAlong, hasTitleIn, titleAlong } from './resolve-texts.js';

/** The chain that one field names in place of the film's own. */
export type NamedChain = readonly Locale[] | null | undefined;

/**
 * What a film is called, said to be about and shown by, each in the best language of a chain. A chain that a field
 * names may cost a call; the film's own goes by what is at hand.
 */
@Injectable()
export class MovieTextsService {
  constructor(
    private readonly movies: MovieLoader,
    private readonly fallbacks: FallbackLoader,
  ) {}

  title(movie: Movie, context: RequestContext, named?: NamedChain): MaybePromise<LocalizedText> {
    const reading = notedReading(movie, named, context);
    return mapMaybe(this.summary(movie, reading, context), (summary) => {
      if (summary === null) return noText;
      const isThere = hasTitleIn(reading.key.locale, summary);
      return mapMaybe(isThere ? null : this.fallbacks.translations(reading, context), (translations) =>
        noted(titleAlong(reading.locales, summary, translations), reading, context),
      );
    });
  }

  overview(movie: Movie, context: RequestContext, named?: NamedChain): MaybePromise<LocalizedText> {
    const reading = notedReading(movie, named, context);
    return mapMaybe(this.summary(movie, reading, context), (summary) =>
      this.filled(summary && summary.overview, 'overview', reading, context),
    );
  }

  async tagline(movie: Movie, context: RequestContext, named?: NamedChain): Promise<LocalizedText> {
    const reading = notedReading(movie, named, context);
    const details = await this.details(reading, context);
    return this.filled(details && details.tagline, 'tagline', reading, context);
  }

  async homepage(movie: Movie, context: RequestContext): Promise<LocalizedText> {
    const reading = readingOf(movie, null);
    const details = await this.details(reading, context);
    return this.filled(details && details.homepage, 'homepage', reading, context);
  }

  /** The best poster in the first language of the chain that has one, else the one that TMDb shows for the first. */
  poster(movie: Movie, context: RequestContext, named?: NamedChain): MaybePromise<Image | null> {
    const reading = notedReading(movie, named, context);
    return mapMaybe(this.fallbacks.posters(reading, context), (posters) => {
      const best = posters && firstInLanguages(posters, languagesOf(reading.locales));
      if (best !== null) return imageOfFile(ImageKind.POSTER, best);
      return mapMaybe(this.summary(movie, reading, context), (summary) =>
        imageOfPath(ImageKind.POSTER, summary && summary.posterPath),
      );
    });
  }

  private filled(
    own: string | null,
    name: Parameters<typeof filledAlong>[2],
    reading: Reading,
    context: RequestContext,
  ): MaybePromise<LocalizedText> {
    return mapMaybe(own === null ? this.fallbacks.translations(reading, context) : null, (translations) =>
      noted(filledAlong(reading.locales, own, name, translations), reading, context),
    );
  }

  private summary(movie: Movie, reading: Reading, context: RequestContext): MaybePromise<MovieSummary | null> {
    if (reading.key.locale === movie.scope.locale) return movie.summary;
    this.startOn(reading, 'overview', context);
    return this.movies.load('summary', reading.key, context);
  }

  private details(reading: Reading, context: RequestContext) {
    this.startOn(reading, 'tagline', context);
    return this.movies.load('details', reading.key, context);
  }

  /** What may stand in comes with the call for the first locale, should there be one. */
  private startOn({ key, locales, mayCall }: Reading, field: string, context: RequestContext): void {
    if (mayCall) this.fallbacks.prefetch(key, locales, [field], context);
  }
}

/** A locale that a field names is one of the answer's, as Content-Language tells. */
function notedReading(movie: Movie, named: NamedChain, { trace }: RequestContext): Reading {
  const reading = readingOf(movie, named);
  trace.locales.add(reading.key.locale);
  return reading;
}

/** And so is one that filled in. */
function noted(text: LocalizedText, { locales }: Reading, { trace }: RequestContext): LocalizedText {
  if (text.locale === null || trace.locales.has(text.locale)) return text;
  const language = languageOf(text.locale);
  if (locales.some((locale) => isSameLanguage(languageOf(locale), language))) trace.locales.add(text.locale);
  return text;
}
