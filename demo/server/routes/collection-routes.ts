import { picturesOfCollection } from '../../catalogue/pictures.js';
import type { ApiRequest, Route } from '../api-request.js';
import { collectionDetails } from '../bodies/collection-bodies.js';
import { imageBody, languageFilter } from '../bodies/image-bodies.js';
import { collectionTranslations } from '../bodies/translation-bodies.js';
import { languageOf } from '../localise.js';
import { lookUp } from '../lookup.js';

/** Series of films. Nothing can be appended to them. */
export const collectionRoutes: readonly Route[] = [
  ['/collection/{id}', (request) => collectionDetails(collectionOf(request), languageOf(request.query))],
  ['/collection/{id}/images', collectionImages],
  [
    '/collection/{id}/translations',
    (request) => {
      const collection = collectionOf(request);
      return { id: collection.id, ...collectionTranslations(collection, request.catalogue.reference.languages) };
    },
  ],
];

function collectionOf(request: ApiRequest) {
  return lookUp(request.catalogue.collectionById, request);
}

function collectionImages(request: ApiRequest) {
  const collection = collectionOf(request);
  const { poster, backdrop } = picturesOfCollection(collection);
  const passes = languageFilter(request.query['include_image_language'], request.query['language']);
  return {
    id: collection.id,
    backdrops: [backdrop].filter(({ language }) => passes(language)).map(imageBody),
    posters: [poster].filter(({ language }) => passes(language)).map(imageBody),
  };
}
