import { ArgsType, Field, Float, ID, InputType, type ReturnTypeFunc } from '@nestjs/graphql';
import { PageArgs } from '../../platform/graphql/connections/page.args.js';
import { registerSort, type SortName } from './library-sort.js';

@InputType({ description: 'Which films of a part of a library; everything given has to fit.' })
export class LibraryFilter {
  @Field(() => Float, { nullable: true, description: 'The lowest own rating, such as `8`; unrated films do not fit.' })
  minRating?: number | null;

  @Field(() => Float, { nullable: true, description: 'The highest own rating; unrated films do not fit.' })
  maxRating?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the viewer has watched them.' })
  isWatched?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A genre, by its global ID. Told of films looked at lately, others do not fit; for up to 1,000 films.',
  })
  genreId?: string | null;
}

/** The arguments of one part of a library. */
export interface ShelfArgs<Sort extends SortName = SortName> extends PageArgs {
  sort?: Sort | null;
  filter?: LibraryFilter | null;
}

/** The base of the arguments of a part of a library that can be sorted by these. */
function ShelfArgsOf<Sort extends SortName>(sorts: { readonly [Name in Sort]: Name }, usual: Sort) {
  const type: ReturnTypeFunc = () => sorts;
  @ArgsType()
  abstract class AbstractShelfArgs extends PageArgs implements ShelfArgs<Sort> {
    @Field(type, { nullable: true, defaultValue: usual, description: 'In which order.' })
    sort?: Sort | null;

    @Field(() => LibraryFilter, { nullable: true, description: 'Which of them.' })
    filter?: LibraryFilter | null;
  }
  return AbstractShelfArgs;
}

const catalogue = ['TITLE', 'RELEASE_DATE', 'RUNTIME'] as const;
const added = ['ADDED_AT', 'RATING', 'LAST_WATCHED_AT', ...catalogue] as const;

const watchlistSorts = registerSort('WatchlistSort', 'The order of a watchlist.', added);
const favoriteSorts = registerSort('FavoriteSort', 'The order of favourites.', added);
const ratingSorts = registerSort('RatingSort', 'The order of ratings.', [
  'RATED_AT',
  'RATING',
  'LAST_WATCHED_AT',
  ...catalogue,
]);
const historySorts = registerSort('HistorySort', 'The order of a history.', ['WATCHED_AT', 'RATING', ...catalogue]);
const listEntrySorts = registerSort('ListEntrySort', 'The order of the films of a list.', ['POSITION', ...added]);

@ArgsType()
export class WatchlistArgs extends ShelfArgsOf(watchlistSorts, 'ADDED_AT_DESC') {}

@ArgsType()
export class FavoritesArgs extends ShelfArgsOf(favoriteSorts, 'ADDED_AT_DESC') {}

@ArgsType()
export class RatingsArgs extends ShelfArgsOf(ratingSorts, 'RATED_AT_DESC') {}

@ArgsType()
export class HistoryArgs extends ShelfArgsOf(historySorts, 'WATCHED_AT_DESC') {}

@ArgsType()
export class ListEntriesArgs extends ShelfArgsOf(listEntrySorts, 'POSITION_ASC') {}
