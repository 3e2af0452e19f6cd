import type { ImageFile } from '../../images/image.mapper.js';
import type { WireMovieImages, WireVideo } from '../../tmdb/wire/movie-parts.wire.js';
import { imageFilesOf } from '../../images/image-file.mapper.js';
import { countryCode, instant, languageCode } from '../../tmdb/reading/value.js';

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

/** Those in one of the languages; null stands for pictures without words. */
export function movieImagesOf(wire: WireMovieImages, languages: readonly (string | null)[]): MovieImages {
  const read = (rows: WireMovieImages['posters']): ImageFile[] =>
    imageFilesOf(rows).filter(({ language }) => languages.includes(language));
  return { POSTER: read(wire.posters), BACKDROP: read(wire.backdrops), LOGO: read(wire.logos) };
}

/** Those in one of the languages. */
export function videosOf(rows: readonly WireVideo[], languages: readonly string[]): VideoFile[] {
  return rows.map(videoOf).filter(({ language }) => language !== null && languages.includes(language));
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

/** The first picture of the first language that has one. */
export function firstInLanguages(files: readonly ImageFile[], languages: readonly (string | null)[]): ImageFile | null {
  for (const language of languages) {
    const first = files.find((file) => file.language === language);
    if (first !== undefined) return first;
  }
  return null;
}
