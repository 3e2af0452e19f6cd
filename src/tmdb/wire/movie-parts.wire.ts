import { z } from 'zod';
import { byCountry, count, decimal, flag, id, key, part, rowsById, rowsByKey, rowsOf, text } from './fields.js';
import { imageRows } from './images.wire.js';

const creditFields = {
  id,
  adult: flag,
  softcore: flag,
  gender: count,
  known_for_department: text,
  name: text,
  original_name: text,
  popularity: decimal,
  profile_path: text,
};

const wireCast = z.object({ ...creditFields, character: text, order: count });
const wireCrew = z.object({ ...creditFields, department: text, job: text });

export type WireCast = z.infer<typeof wireCast>;
export type WireCrew = z.infer<typeof wireCrew>;

export const wireCredits = z.object({ cast: rowsById(wireCast), crew: rowsById(wireCrew) });
export type WireCredits = z.infer<typeof wireCredits>;

export const wireMovieImages = z.object({ backdrops: imageRows, logos: imageRows, posters: imageRows });
export type WireMovieImages = z.infer<typeof wireMovieImages>;

const wireVideo = z.object({
  id: key,
  iso_639_1: text,
  iso_3166_1: text,
  key: text,
  name: text,
  official: flag,
  /** Date and time, ISO 8601. */
  published_at: text,
  site: text,
  size: count,
  type: text,
});
export type WireVideo = z.infer<typeof wireVideo>;

export const wireVideos = z.object({ results: rowsByKey('id', wireVideo) });

/** `titles` may name one country several times. */
export const wireAlternativeTitles = z.object({
  titles: rowsByKey('title', z.object({ title: key, iso_3166_1: text, type: text })),
});
export type WireAlternativeTitles = z.infer<typeof wireAlternativeTitles>;

export const wireExternalIds = z.object({
  imdb_id: text,
  wikidata_id: text,
  facebook_id: text,
  instagram_id: text,
  twitter_id: text,
});
export type WireExternalIds = z.infer<typeof wireExternalIds>;

export const wireKeywords = z.object({ keywords: rowsById(z.object({ id, name: text })) });

const wireRelease = z.object({
  certification: text,
  iso_639_1: text,
  note: text,
  /** Date and time, ISO 8601. */
  release_date: text,
  /** 1 premiere, 2 theatrical (limited), 3 theatrical, 4 digital, 5 physical, 6 TV. */
  type: count,
});

const wireCountryReleases = z.object({ iso_3166_1: key, release_dates: rowsOf(wireRelease, 100) });

export const wireReleaseDates = z.object({
  // Lists in lists multiply: the limits keep a broken body from holding the process for seconds.
  results: rowsByKey('iso_3166_1', wireCountryReleases, 300),
});
export type WireReleaseDates = z.infer<typeof wireReleaseDates>;

const wireTranslation = z.object({
  iso_639_1: key,
  iso_3166_1: text,
  english_name: text,
  data: part(z.object({ homepage: text, overview: text, runtime: count, tagline: text, title: text })),
});

export const wireTranslations = z.object({ translations: rowsByKey('iso_639_1', wireTranslation) });
export type WireTranslations = z.infer<typeof wireTranslations>;

export const wireOffer = z.object({ provider_id: id, provider_name: text, logo_path: text, display_priority: count });
export type WireOffer = z.infer<typeof wireOffer>;

const offers = rowsById(wireOffer, 'provider_id');

/** `results` by country (ISO 3166-1). */
export const wireWatchProviders = z.object({
  results: byCountry(z.object({ link: text, flatrate: offers, free: offers, ads: offers, rent: offers, buy: offers })),
});
export type WireWatchProviders = z.infer<typeof wireWatchProviders>;
