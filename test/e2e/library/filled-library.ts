import type { Account } from '../../support/accounts.js';
import { catalogue } from '../subjects.js';
import { updateLibrary, viewerLibrary, oneList } from '../queries/library-queries.js';

const [kept = 0, second = 0, fresh = 0] = catalogue.films.map(({ id }) => id);

/** The films of filled libraries: one is everywhere, one is in the list too, one is nowhere. */
export const shelved = { kept, second, fresh } as const;

/** The global IDs of what a filled library holds. */
export interface FilledLibrary {
  readonly watchlist: string;
  readonly favorite: string;
  readonly rating: string;
  readonly viewing: string;
  readonly list: string;
  /** In the order of the list. */
  readonly entries: readonly [string, string];
}

/** Puts something in every part of an empty library. @throws where that is refused. */
export async function fillLibrary(account: Account): Promise<FilledLibrary> {
  const changes = [
    { addToWatchlist: { tmdbId: kept } },
    { addToFavorites: { tmdbId: kept } },
    { rateMovie: { tmdbId: kept, value: 6 } },
    { markWatched: { tmdbId: kept, watchedAt: '2026-01-02' } },
    { setMovieNote: { tmdbId: kept, note: 'Rain.' } },
    { createList: { name: 'Rain' } },
  ];
  await update(account, changes);
  const { viewer } = (await account.ask(viewerLibrary)).data;
  const list = viewer.lists.nodes[0].id as string;
  await update(
    account,
    [kept, second].map((tmdbId) => ({ addToList: { listId: list, tmdbId } })),
  );
  const { nodes } = (await account.ask(oneList, { id: list })).data.list.entries;
  return {
    watchlist: viewer.watchlist.nodes[0].id,
    favorite: viewer.favorites.nodes[0].id,
    rating: viewer.ratings.nodes[0].id,
    viewing: viewer.history.nodes[0].id,
    list,
    entries: [nodes[0].id, nodes[1].id],
  };
}

async function update(account: Account, changes: readonly object[]): Promise<void> {
  const answer = await account.ask(updateLibrary, { input: { changes } });
  if (answer.data?.updateLibrary?.__typename !== 'UpdateLibrarySuccess') throw new Error(JSON.stringify(answer));
}
