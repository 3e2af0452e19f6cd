import type { CollectionSummary } from './collection-summary.js';

/** What lists, films and bodies of TMDb say of a collection. */
interface WireCollectionFields {
  readonly id: number;
  readonly name: string | null;
  readonly poster_path: string | null;
  readonly backdrop_path: string | null;
  readonly adult?: boolean | null;
  readonly softcore?: boolean | null;
}

/** Null for a collection without a name: there is nothing to show of it. */
export function collectionSummaryOf(wire: WireCollectionFields): CollectionSummary | null {
  if (wire.name === null) return null;
  return {
    tmdbId: wire.id,
    name: wire.name,
    posterPath: wire.poster_path,
    backdropPath: wire.backdrop_path,
    isAdult: wire.adult ?? false,
    isSoftcore: wire.softcore ?? false,
  };
}
