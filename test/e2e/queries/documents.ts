import * as accounts from './account-queries.js';
import * as libraries from './library-queries.js';
import * as lists from './list-queries.js';
import * as movies from './movie-queries.js';
import * as others from './other-queries.js';
import * as people from './person-queries.js';

/** The documents that the tests ask, by name. */
export const documents: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ...movies, ...people, ...lists, ...others, ...accounts, ...libraries }).filter(
    ([name]) => !name.endsWith('Fields'),
  ),
);
