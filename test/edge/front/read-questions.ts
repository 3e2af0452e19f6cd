import { filmWhere, firstOf, idOf, personWhere } from '../../e2e/subjects.js';
import { documents } from '../../e2e/queries/documents.js';
import { goodTmdbId } from '../hostile/good-values.js';

export interface ReadQuestion {
  readonly name: string;
  readonly query: string;
  readonly variables: object;
}

const film = filmWhere(
  ({ collection, cast, keywords, record }) =>
    collection !== null && cast.length > 3 && keywords.length > 0 && !!record.pt,
);
const person = personWhere(({ id }) => id === firstOf(film.cast).person.id);
const [word = ''] = film.record.title.split(' ').toSorted((one, other) => other.length - one.length);

/** Documents that ask something of a viewer, whoever asks. */
const ofViewers = ['viewerAccount', 'viewerLibrary', 'viewerStatistics', 'oneList', 'movieState', 'viewerCounts'];

/** Those that come of nothing that ages. */
const ageless = ['about'];

const variablesByName: Readonly<Record<string, object>> = {
  filmList: { list: 'POPULAR', first: 20 },
  filmsByFilter: { filter: { voteAverage: { gte: 5 } }, first: 30 },
  peopleList: { first: 20 },
  filmSearch: { query: word, first: 10 },
  wholeSearch: { query: word },
  personFacts: { tmdbId: person.id },
  personPictures: { tmdbId: person.id },
  personFilms: { tmdbId: person.id },
  collectionWithParts: { tmdbId: Number(goodTmdbId('Collection')) },
  genreFilms: { tmdbId: Number(goodTmdbId('Genre')) },
  keywordFilms: { tmdbId: Number(goodTmdbId('Keyword')) },
  companyFilms: { tmdbId: Number(goodTmdbId('Company')) },
  oneNode: { id: idOf('Movie', film.id) },
  anyNode: { id: idOf('Person', person.id) },
  manyNodes: { ids: [idOf('Movie', film.id), idOf('Person', person.id), idOf('Movie', 1)] },
  filmsByNumber: { tmdbIds: [film.id, 1, film.id + 1] },
  providersOfRegion: { region: 'US' },
  certificationsOfRegion: {},
  allGenres: {},
  allCountries: {},
  allLanguages: {},
  about: {},
};

/** All documents of the tests that read, with variables that they answer without errors to. */
const readQuestions: readonly ReadQuestion[] = Object.entries(documents)
  .filter(([, query]) => !query.startsWith('mutation'))
  .map(([name, query]) => ({ name, query, variables: variablesOf(name, query) }));

/** Those whose answers anybody may be given again. */
export const shareable = readQuestions.filter(({ name }) => ![...ofViewers, ...ageless].includes(name));

/** Those that are never answered whole. */
export const unshareable = readQuestions.filter(({ name }) => [...ofViewers, ...ageless].includes(name));

function variablesOf(name: string, query: string): object {
  const variables = variablesByName[name] ?? (query.includes('$tmdbId: Int!') ? { tmdbId: film.id } : {});
  return query.includes('$locale') && !('locale' in variables) ? { ...variables, locale: null } : variables;
}
