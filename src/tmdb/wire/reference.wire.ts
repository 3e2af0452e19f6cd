import { z } from 'zod';
import { wireOffer } from './movie-parts.wire.js';
import { byCountry, count, id, key, required, requiredObject, rowsById, rowsByKey, text } from './fields.js';

export const wireGenres = z.object({ genres: required(rowsById(z.object({ id, name: text }))) });
export type WireGenres = z.infer<typeof wireGenres>;

export const wireCompany = z.object({
  id,
  name: text,
  description: text,
  headquarters: text,
  homepage: text,
  logo_path: text,
  origin_country: text,
});
export type WireCompany = z.infer<typeof wireCompany>;

export const wireProviders = z.object({ results: required(rowsById(wireOffer, 'provider_id')) });
export type WireProviders = z.infer<typeof wireProviders>;

const wireCountry = z.object({ iso_3166_1: key, english_name: text, native_name: text });
export type WireCountry = z.infer<typeof wireCountry>;

export const wireCountries = required(rowsByKey('iso_3166_1', wireCountry));

const wireLanguage = z.object({ iso_639_1: key, english_name: text, name: text });
export type WireLanguage = z.infer<typeof wireLanguage>;

export const wireLanguages = required(rowsByKey('iso_639_1', wireLanguage));

const wireCertification = z.object({
  certification: key,
  meaning: text,
  /** Rises with the age it asks for. */
  order: count,
});

/** By country (ISO 3166-1). */
export const wireCertifications = z.object({
  certifications: requiredObject(byCountry(rowsByKey('certification', wireCertification))),
});
export type WireCertifications = z.infer<typeof wireCertifications>;
