import { picturesOfCollection } from '../../catalogue/pictures.js';
import type { Collection, Film } from '../../catalogue/model.js';
import { collectionNameIn, collectionOverviewIn, titleIn } from '../localise.js';
import { mediaMovie } from './list-movie.js';

/** A series as an item of a list. */
export function listCollection(collection: Collection, language: string) {
  const { poster, backdrop } = picturesOfCollection(collection);
  return {
    adult: false,
    backdrop_path: backdrop.path,
    id: collection.id,
    name: collectionNameIn(collection, language),
    original_language: collection.films[0]?.record.language ?? 'en',
    original_name: collection.name,
    overview: collectionOverviewIn(collection, language),
    poster_path: poster.path,
  };
}

/** A series on a page of its own, with its films in the order of release. */
export function collectionDetails(collection: Collection, language: string) {
  const { adult: _, ...shared } = listCollection(collection, language);
  return { ...shared, parts: collection.films.map((film) => part(film, language)) };
}

// TMDb has sent the title of a part as `title` and as `name`; both are here.
function part(film: Film, language: string) {
  return { ...mediaMovie(film, language), name: titleIn(film, language), original_name: film.originalTitle };
}
