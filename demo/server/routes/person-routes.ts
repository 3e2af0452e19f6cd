import { portraitsOf } from '../../catalogue/pictures.js';
import type { Person } from '../../catalogue/model.js';
import type { ApiRequest, Route } from '../api-request.js';
import { appendedParts } from '../append.js';
import { combinedCredits, filmography } from '../bodies/credit-bodies.js';
import { imageBody } from '../bodies/image-bodies.js';
import type { PartBody } from '../bodies/movie-parts.js';
import { listPerson, personDetails } from '../bodies/person-bodies.js';
import { personTranslations } from '../bodies/translation-bodies.js';
import { languageOf } from '../localise.js';
import { lookUp } from '../lookup.js';
import { pageOf } from '../paging.js';

const personParts: Readonly<Record<string, PartBody<Person>>> = {
  changes: () => ({ changes: [] }),
  combined_credits: (person, { query }) => combinedCredits(person, languageOf(query)),
  external_ids: (person) => ({
    freebase_mid: null,
    freebase_id: null,
    imdb_id: person.imdbId,
    tvrage_id: null,
    wikidata_id: null,
    facebook_id: null,
    instagram_id: null,
    tiktok_id: null,
    twitter_id: null,
    youtube_id: null,
  }),
  images: (person) => ({ profiles: portraitsOf(person).map(imageBody) }),
  movie_credits: (person, { query }) => filmography(person, languageOf(query)),
  tagged_images: (_, { query }) => pageOf([], query, (image) => image),
  translations: (person, { catalogue }) => personTranslations(person, catalogue.reference.languages),
  tv_credits: () => ({ cast: [], crew: [] }),
};

/** People: the popular ones, one of them, and their parts. */
export const personRoutes: readonly Route[] = [
  ['/person/popular', popularPeople],
  ['/person/{id}', details],
  ...Object.entries(personParts).map(([name, body]): Route => [
    `/person/{id}/${name}`,
    (request) => {
      const owner = lookUp(request.catalogue.personById, request);
      return name === 'changes' ? body(owner, request) : { id: owner.id, ...body(owner, request) };
    },
  ]),
];

function details(request: ApiRequest) {
  const found = lookUp(request.catalogue.personById, request);
  return { ...personDetails(found, languageOf(request.query)), ...appendedParts(found, personParts, request) };
}

function popularPeople({ catalogue, query }: ApiRequest) {
  const people = catalogue.people
    .filter(({ isAdult }) => !isAdult)
    .toSorted((one, other) => other.popularity - one.popularity);
  return pageOf(people, query, (entry) => listPerson(entry, languageOf(query)));
}
