import { type InventedFilmRecord, inventedStudio } from './invented-film-record.js';

interface ComingFilm {
  /** Days after today. */
  inDays: number;
  status: string;
  title: string;
  overview: string;
  runtimeMinutes: number;
  genres: string[];
}

const coming: readonly ComingFilm[] = [
  {
    inDays: 5,
    status: 'Post Production',
    title: 'The Cartographer of Rain',
    overview: 'A mapmaker hired to chart a desert finds that every line she draws fills with water by morning.',
    runtimeMinutes: 112,
    genres: ['Fantasy', 'Drama'],
  },
  {
    inDays: 9,
    status: 'Post Production',
    title: 'Eleven Umbrellas',
    overview:
      'One downpour, one tram stop and eleven strangers who each take home the wrong umbrella, and with it someone ' +
      'else’s evening.',
    runtimeMinutes: 97,
    genres: ['Comedy', 'Romance'],
  },
  {
    inDays: 14,
    status: 'Post Production',
    title: 'The Last Switchboard',
    overview: 'In a town that has gone wireless, its last telephone operator takes calls from the year she was born.',
    runtimeMinutes: 104,
    genres: ['Mystery', 'Science Fiction'],
  },
  {
    inDays: 19,
    status: 'Post Production',
    title: 'Salt Orchestra',
    overview: 'Salt miners form an orchestra underground and must decide whether the surface deserves to hear it.',
    runtimeMinutes: 121,
    genres: ['Music', 'Drama'],
  },
  {
    inDays: 26,
    status: 'Post Production',
    title: 'Northbound Ghost',
    overview: 'A night train keeps stopping at stations that no longer exist, and its new conductor wants to know why.',
    runtimeMinutes: 101,
    genres: ['Horror', 'Thriller'],
  },
  {
    inDays: 75,
    status: 'In Production',
    title: 'A Clock for the Sea',
    overview:
      'A watchmaker on a drifting island tries to build what her grandfather swore impossible: a clock set by tides.',
    runtimeMinutes: 0,
    genres: ['Adventure', 'Family'],
  },
];

/** Films that come out within weeks of today, so that the list of coming films is filled on any day. */
export function comingFilms(today: Date): InventedFilmRecord[] {
  return coming.map((film) => dated(film, today));
}

function dated({ inDays, ...film }: ComingFilm, today: Date): InventedFilmRecord {
  return {
    ...inventedStudio,
    ...film,
    writers: ['Tobias Wexcombe'],
    cast: [
      ['Juno Aldermoor', 'The Stranger'],
      ['Caspian Drumm', 'The Neighbour'],
    ],
    keywords: ['invented film'],
    released: new Date(today.getTime() + inDays * 86_400_000).toISOString().slice(0, 10),
    popularity: 15 - inDays / 10,
  };
}
