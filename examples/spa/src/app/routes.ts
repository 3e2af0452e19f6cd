import type { MovieList } from '../generated/graphql.js';
import type { Place } from '../navigation/history.js';

export type Route =
  | { readonly page: 'wall'; readonly list: WallList }
  | { readonly page: 'search'; readonly query: string }
  | { readonly page: 'film'; readonly id: string }
  | { readonly page: 'watchlist' | 'signIn' | 'signUp' | 'resetPassword' | 'verifyEmail' | 'notFound' };

/** The lists that have a wall, in the order of their links. */
export const walls = [
  { list: 'POPULAR', href: '/' },
  { list: 'NOW_PLAYING', href: '/lists/now-playing' },
  { list: 'UPCOMING', href: '/lists/upcoming' },
  { list: 'TOP_RATED', href: '/lists/top-rated' },
  { list: 'TRENDING_WEEK', href: '/lists/trending' },
] as const satisfies readonly { list: MovieList; href: string }[];

export type WallList = (typeof walls)[number]['list'];

export const watchlistHref = '/watchlist';
export const signInHref = '/sign-in';
export const signUpHref = '/sign-up';
/** As the API's mails name them, under its `PUBLIC_APP_URL`. */
export const resetPasswordHref = '/reset-password';
export const verifyEmailHref = '/verify-email';

/** Global ids are made of letters that need no escape. */
export function filmHref(id: string): string {
  return `/film/${id}`;
}

export function searchHref(query: string): string {
  return query === '' ? '/search' : `/search?${new URLSearchParams({ q: query }).toString()}`;
}

export function routeOf({ path, query }: Pick<Place, 'path' | 'query'>): Route {
  const wall = walls.find(({ href }) => href === path);
  if (wall !== undefined) return { page: 'wall', list: wall.list };
  if (path === '/search') return { page: 'search', query: query.get('q') ?? '' };
  if (path === watchlistHref) return { page: 'watchlist' };
  if (path === signInHref) return { page: 'signIn' };
  if (path === signUpHref) return { page: 'signUp' };
  if (path === resetPasswordHref) return { page: 'resetPassword' };
  if (path === verifyEmailHref) return { page: 'verifyEmail' };
  const [, id] = /^\/film\/([\w-]+)$/.exec(path) ?? [];
  return id === undefined ? { page: 'notFound' } : { page: 'film', id };
}
