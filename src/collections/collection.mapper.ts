import { imageOfPath } from '../images/image.mapper.js';
import { ImageKind } from '../images/image.model.js';
import { toGlobalId } from '../platform/graphql/nodes/global-id.js';
import type { Scope } from '../platform/locale/locale.js';
import type { CollectionSummary } from './collection-summary.js';
import type { Collection } from './collection.model.js';

export function toCollection(summary: CollectionSummary, scope: Scope): Collection {
  return {
    __typename: 'Collection',
    id: toGlobalId('Collection', summary.tmdbId),
    tmdbId: summary.tmdbId,
    name: summary.name,
    poster: imageOfPath(ImageKind.POSTER, summary.posterPath),
    backdrop: imageOfPath(ImageKind.BACKDROP, summary.backdropPath),
    scope,
  };
}
