import type { ImageFile } from '../../images/image.mapper.js';
import type { WireMovieImages, WireVideo } from '../../tmdb/wire/movie-parts.wire.js';
import { imageFileOf } from '../../images/image-file.mapper.js';
import { countryCode, instant, languageCode } from '../../tmdb/reading/value.js';
import { languageOf, type Locale } from '../../platform/locale/locale.js';

/** A film's pictures as they are cached, by `ImageKind`. */
export interface MovieImages {
  readonly POSTER: readonly ImageFile[];
  readonly BACKDROP: readonly ImageFile[];
  readonly LOGO: readonly ImageFile[];
}

/** A video as it is cached. */
export interface VideoFile {
  readonly id: string;
  readonly name: string | null;
  /** TMDb's English word for it, such as `Behind the Scenes`. */
  readonly type: string | null;
  readonly isOfficial: boolean;
  readonly site: string | null;
  readonly key: string | null;
  readonly language: string | null;
  readonly country: string | null;
  readonly resolution: number | null;
  readonly publishedAt: string | null;
}

/**
 * The languages that a film's media are looked for in, best first: the one asked for, the film's own, English. The
 * film's own is taken as English while it is not known, as it is for most.
 */
export function videoLanguages(locale: Locale, originalLanguage: string | null = null): string[] {
  return [...new Set([languageOf(locale), originalLanguage ?? 'en', 'en'])];
}

/** As `videoLanguages`, and pictures without words. */
export function imageLanguages(locale: Locale, originalLanguage: string | null = null): (string | null)[] {
  return [...videoLanguages(locale, originalLanguage), null];
}

export function movieImagesOf(wire: WireMovieImages, languages: readonly (string | null)[] | undefined): MovieImages {
  const read = (rows: WireMovieImages['posters']): ImageFile[] =>
    rows.map(imageFileOf).filter(({ language }) => languages === undefined || languages.includes(language));
  return { POSTER: read(wire.posters), BACKDROP: read(wire.backdrops), LOGO: read(wire.logos) };
}

export function videosOf(rows: readonly WireVideo[], languages: readonly (string | null)[] | undefined): VideoFile[] {
  return rows.map(videoOf).filter(({ language }) => languages === undefined || languages.includes(language));
}

function videoOf(row: WireVideo): VideoFile {
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    isOfficial: row.official ?? false,
    site: row.site,
    key: row.key,
    language: languageCode(row.iso_639_1),
    country: countryCode(row.iso_3166_1),
    resolution: row.size,
    publishedAt: instant(row.published_at),
  };
}

/** The first logo of the first language that has one. */
export function bestLogo(logos: readonly ImageFile[], languages: readonly (string | null)[]): ImageFile | null {
  for (const language of languages) {
    const logo = logos.find((file) => file.language === language);
    if (logo !== undefined) return logo;
  }
  return null;
}
