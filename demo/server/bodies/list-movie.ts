import { backdropsOf, postersOf } from '../../catalogue/pictures.js';
import type { Film } from '../../catalogue/model.js';
import { overviewIn, titleIn } from '../localise.js';

/** A film as an item of a list. With a region its date is that of its first release there. */
export function listMovie(film: Film, language: string, region?: string) {
  return {
    adult: film.isAdult,
    backdrop_path: backdropPathOf(film),
    genre_ids: film.genres.map(({ id }) => id),
    id: film.id,
    original_language: film.record.language,
    original_title: film.originalTitle,
    overview: overviewIn(film, language),
    popularity: film.popularity,
    poster_path: posterPathIn(film, language),
    release_date: releaseDateIn(film, region),
    softcore: film.isSoftcore,
    title: titleIn(film, language),
    video: film.isVideo,
    vote_average: film.voteAverage,
    vote_count: film.voteCount,
  };
}

/** The same for a list that mixes kinds. */
export function mediaMovie(film: Film, language: string) {
  return { ...listMovie(film, language), media_type: 'movie' as const };
}

/** The poster in a language, else the first; null for a film without pictures. */
function posterPathIn(film: Film, language: string): string | null {
  const posters = postersOf(film);
  return (posters.find((poster) => poster.language === language) ?? posters[0])?.path ?? null;
}

function backdropPathOf(film: Film): string | null {
  return backdropsOf(film)[0]?.path ?? null;
}

/** `YYYY-MM-DD` of the first release in a region; of the first anywhere without one; `` for a film without a date. */
function releaseDateIn(film: Film, region?: string): string {
  const inRegion = film.releases.filter(({ country }) => country === region).map(({ date }) => date);
  return inRegion.toSorted()[0] ?? film.record.released;
}
