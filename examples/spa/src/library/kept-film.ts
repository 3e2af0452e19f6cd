import type { ApolloClient } from '@apollo/client';
import type { AppLocale } from '../locale/locale.js';

/** A film with what its viewer keeps of it, as the page shows it now. */
export interface KeptFilm {
  readonly id: string;
  readonly tmdbId: number;
  readonly title: string;
  readonly state: { readonly id: string; readonly isOnWatchlist: boolean; readonly rating: number | null };
}

/** Who changes something, and where. */
export interface Keeper {
  readonly client: ApolloClient;
  readonly userId: string;
  readonly locale: AppLocale;
}

/** The film as an answer will tell it: shown until that comes. */
export function changedFilm({ id, state }: KeptFilm, change: Partial<KeptFilm['state']>) {
  return {
    __typename: 'Movie' as const,
    id,
    viewerState: { __typename: 'MovieViewerState' as const, ...state, ...change },
  };
}
