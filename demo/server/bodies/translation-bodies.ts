import type { Collection, Film, Person } from '../../catalogue/model.js';
import type { Language } from '../../catalogue/reference-record.js';
import { biographyIn, collectionNameIn, collectionOverviewIn, overviewIn, taglineIn } from '../localise.js';

/** The translations of a film: English, Portuguese where there is one, and a bare entry for its own language. */
export function movieTranslations(film: Film, languages: readonly Language[]) {
  const { record } = film;
  const texts = (code: string, title: string) => ({
    homepage: '',
    overview: overviewIn(film, code),
    runtime: record.runtimeMinutes,
    tagline: taglineIn(film, code),
    title,
  });
  const translations = [translation('en', 'US', languages, texts('en', record.title))];
  if (record.pt) translations.push(translation('pt', 'BR', languages, texts('pt', record.pt.title)));
  if (record.language !== 'en' && record.language !== 'pt') {
    const country = record.countries[0] ?? '';
    translations.push(translation(record.language, country, languages, texts(record.language, '')));
  }
  return { translations };
}

/** The languages in which a person has a biography. */
export function personTranslations(person: Person, languages: readonly Language[]) {
  return {
    translations: spoken
      .map(([code, country]) =>
        translation(code, country, languages, { biography: biographyIn(person, code), name: '' }),
      )
      .filter(({ data }) => data.biography !== ''),
  };
}

/** The name and overview of a series in English and Portuguese. */
export function collectionTranslations(collection: Collection, languages: readonly Language[]) {
  return {
    translations: spoken.map(([code, country]) =>
      translation(code, country, languages, {
        title: collectionNameIn(collection, code),
        overview: collectionOverviewIn(collection, code),
        homepage: '',
      }),
    ),
  };
}

const spoken = [
  ['en', 'US'],
  ['pt', 'BR'],
] as const;

function translation<Data>(code: string, country: string, languages: readonly Language[], data: Data) {
  const language = languages.find((candidate) => candidate.code === code);
  return {
    iso_3166_1: country,
    iso_639_1: code,
    name: language?.native ?? '',
    english_name: language?.english ?? '',
    data,
  };
}
