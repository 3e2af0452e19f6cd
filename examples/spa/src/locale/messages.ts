import type { InputIssueCode } from '../generated/graphql.js';
import type { WallList } from '../app/routes.js';
import { english } from './english.js';
import { type AppLocale, currentLocale, useLocale } from './locale.js';
import { portuguese } from './portuguese.js';

/** Every text of the interface. What the API says of films comes in the language that it was asked in. */
export interface Messages {
  readonly skipToContent: string;
  readonly language: string;
  readonly lists: Readonly<Record<WallList, string>>;
  readonly listsLabel: string;
  readonly first: string;
  readonly search: string;
  readonly searchHint: string;
  readonly results: (count: number, query: string) => string;
  readonly noResults: (query: string) => string;
  readonly noResultsHint: string;
  readonly untitled: string;
  readonly rated: (average: string, votes: string) => string;
  readonly showMore: string;
  readonly loading: string;
  readonly allShown: (count: number) => string;
  readonly emptyList: string;
  readonly runtime: (minutes: number) => string;
  readonly directedBy: string;
  readonly overview: string;
  readonly noOverview: string;
  readonly cast: string;
  readonly trailer: string;
  readonly playTrailer: (title: string) => string;
  readonly whereToWatch: string;
  readonly nowhereToWatch: string;
  readonly ways: Readonly<Record<'subscription' | 'free' | 'ads' | 'rent' | 'buy', string>>;
  readonly providersFrom: (source: string) => string;
  readonly recommended: string;
  readonly similar: string;
  readonly filmNotFound: string;
  readonly pageNotFound: string;
  readonly toTheWall: string;
  readonly signIn: string;
  readonly signUp: string;
  readonly signOut: string;
  readonly signedOut: string;
  readonly email: string;
  readonly password: string;
  readonly passwordHint: string;
  readonly showPassword: string;
  readonly noAccountYet: string;
  readonly haveAccount: string;
  readonly checkFields: (count: number) => string;
  readonly watchlist: string;
  readonly watchlistEmpty: string;
  readonly watchlistHint: string;
  readonly watchlistCount: (count: number) => string;
  readonly signInFirst: string;
  readonly addToWatchlist: string;
  readonly onWatchlist: string;
  readonly removeFromWatchlist: (title: string) => string;
  readonly addedToWatchlist: (title: string) => string;
  readonly removedFromWatchlist: (title: string) => string;
  readonly yourRating: string;
  readonly rate: (value: number) => string;
  readonly removeRating: string;
  readonly ratedByYou: (value: number) => string;
  readonly ratingRemoved: string;
  readonly putBack: string;
  readonly failed: string;
  readonly failedHint: string;
  readonly keptShown: string;
  readonly retry: string;
  readonly partial: string;
  readonly staleSince: (moment: string) => string;
  readonly lookAgain: string;
  readonly offline: string;
  readonly source: string;
  /** The API explains what is wrong in English; other languages have a text of their own for each code. */
  readonly issue: (code: InputIssueCode, told: string) => string;
  readonly userError: (typename: string, told: string) => string;
}

const messages: Readonly<Record<AppLocale, Messages>> = { 'en-US': english, 'pt-BR': portuguese };

export function useMessages(): Messages {
  return messages[useLocale()];
}

/** For what is announced outside of a component. */
export function currentMessages(): Messages {
  return messages[currentLocale()];
}
