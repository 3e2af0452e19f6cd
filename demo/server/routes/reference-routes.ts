import { jobsByDepartment } from '../../catalogue/jobs.js';
import type { Country } from '../../catalogue/reference-record.js';
import type { ApiRequest, Route } from '../api-request.js';
import { watchProvider } from '../bodies/watch-bodies.js';
import { genreNameIn, languageOf } from '../localise.js';

/** What the service itself is made of: settings, countries, languages, jobs, genres, age ratings, watch services. */
export const referenceRoutes: readonly Route[] = [
  ['/authentication', () => ({ success: true, status_code: 1, status_message: 'Success.' })],
  ['/configuration', configuration],
  ['/configuration/countries', countries],
  ['/configuration/languages', languages],
  ['/configuration/jobs', () => Object.entries(jobsByDepartment).map(([department, jobs]) => ({ department, jobs }))],
  ['/configuration/primary_translations', () => primaryTranslations],
  ['/genre/movie/list', genres],
  ['/certification/movie/list', ({ catalogue }) => ({ certifications: catalogue.reference.certifications })],
  ['/watch/providers/movie', watchProviders],
  ['/watch/providers/regions', watchRegions],
];

const imageSizes = {
  backdrop_sizes: ['w300', 'w780', 'w1280', 'original'],
  logo_sizes: ['w45', 'w92', 'w154', 'w185', 'w300', 'w500', 'original'],
  poster_sizes: ['w92', 'w154', 'w185', 'w342', 'w500', 'w780', 'original'],
  profile_sizes: ['w45', 'w185', 'h632', 'original'],
  still_sizes: ['w92', 'w185', 'w300', 'original'],
};

const primaryTranslations = (
  'ar-SA bg-BG ca-ES cs-CZ da-DK de-AT de-CH de-DE el-GR en-AU en-CA en-GB en-US es-ES es-MX fa-IR fi-FI fr-CA fr-FR ' +
  'he-IL hi-IN hu-HU id-ID it-IT ja-JP ko-KR nl-NL no-NO pl-PL pt-BR pt-PT ro-RO ru-RU sv-SE th-TH tr-TR uk-UA vi-VN ' +
  'zh-CN zh-TW'
).split(' ');

function configuration({ imageUrl }: ApiRequest) {
  return {
    images: { base_url: `${imageUrl}/`, secure_base_url: `${imageUrl}/`, ...imageSizes },
    change_keys: ['images', 'overview', 'title', 'videos'],
  };
}

function countries({ catalogue, query }: ApiRequest) {
  return catalogue.reference.countries.map((country) => countryBody(country, languageOf(query)));
}

function languages({ catalogue }: ApiRequest) {
  return catalogue.reference.languages.map(({ code, english, native }) => ({
    iso_639_1: code,
    english_name: english,
    name: native,
  }));
}

function genres({ catalogue, query }: ApiRequest) {
  const language = languageOf(query);
  return { genres: catalogue.reference.genres.map((genre) => ({ id: genre.id, name: genreNameIn(genre, language) })) };
}

function watchProviders({ catalogue, query }: ApiRequest) {
  const region = query['watch_region'];
  const providers = catalogue.reference.providers.map((provider, index) => ({ provider, rank: index + 1 }));
  return {
    results: providers
      .filter(({ provider }) => !region || provider.regions.includes(region))
      .map(({ provider, rank }) => watchProvider(provider, rank)),
  };
}

function watchRegions({ catalogue, query }: ApiRequest) {
  const { countries: all, providers } = catalogue.reference;
  const served = new Set(providers.flatMap(({ regions }) => regions));
  return {
    results: all.filter(({ code }) => served.has(code)).map((country) => countryBody(country, languageOf(query))),
  };
}

// What TMDb calls the native name is the name in the language of the question.
function countryBody({ code, name, native, pt }: Country, language: string) {
  const nativeName = language === 'en' ? name : language === 'pt' ? pt : native;
  return { iso_3166_1: code, english_name: name, native_name: nativeName };
}
