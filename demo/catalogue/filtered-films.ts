import { type InventedFilmRecord, inventedStudio } from './invented-film-record.js';

/** Films that a list may have to keep out: two with `adult`, one softcore, one straight to video. */
export const filteredFilms: readonly InventedFilmRecord[] = [
  {
    ...inventedStudio,
    directors: ['Tobias Wexcombe'],
    title: 'Velvet After Midnight',
    released: '2016-03-11',
    runtimeMinutes: 74,
    genres: ['Romance'],
    writers: ['Tobias Wexcombe'],
    cast: [
      ['Odalys Fenwick', 'Marguerite'],
      ['Caspian Drumm', 'The Night Porter'],
    ],
    keywords: ['hotel', 'adults only'],
    certification: 'NC-17',
    overview:
      'A night porter and a travelling singer discover that the quietest floor of the hotel is reserved for grown-ups.',
    isAdult: true,
    popularity: 88.25,
  },
  {
    ...inventedStudio,
    directors: ['Tobias Wexcombe'],
    title: 'The Naughty Lighthouse Keeper',
    released: '2019-08-02',
    runtimeMinutes: 68,
    genres: ['Comedy', 'Romance'],
    writers: ['Tobias Wexcombe'],
    cast: [
      ['Odalys Fenwick', 'The Keeper'],
      ['Marisol Quenty', 'The Inspector'],
    ],
    keywords: ['lighthouse', 'adults only'],
    certification: 'NC-17',
    overview: 'An inspector of lamps rows out to a lighthouse whose keeper has stopped bothering with curtains.',
    isAdult: true,
    popularity: 71.5,
  },
  {
    ...inventedStudio,
    directors: ['Tobias Wexcombe'],
    title: 'Summer of Silk Curtains',
    released: '1994-01-15',
    runtimeMinutes: 81,
    genres: ['Romance', 'Drama'],
    writers: ['Tobias Wexcombe'],
    cast: [
      ['Marisol Quenty', 'Helena'],
      ['Caspian Drumm', 'The Upholsterer'],
    ],
    keywords: ['summer', 'seaside'],
    overview:
      'An upholsterer spends one long August measuring the windows of a villa, and very little of it on windows.',
    isSoftcore: true,
    // On no first page, so that what a first page costs is not blurred by a film that is left out.
    popularity: 9.5,
  },
  {
    ...inventedStudio,
    directors: ['Tobias Wexcombe'],
    title: 'The Paper Projector: Notes from a Silent Matinee',
    released: '2018-05-20',
    runtimeMinutes: 42,
    genres: ['Documentary'],
    writers: [],
    cast: [['Caspian Drumm', 'Himself']],
    keywords: ['silent film', 'making of'],
    overview:
      'Three projectionists show how a matinee was put together from paper reels, a bicycle lamp and a borrowed piano.',
    isVideo: true,
    popularity: 20.5,
  },
];
