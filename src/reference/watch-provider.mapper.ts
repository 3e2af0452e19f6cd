import { imageOfPath } from '../images/image.mapper.js';
import { ImageKind } from '../images/image.model.js';
import { toGlobalId } from '../platform/graphql/nodes/global-id.js';
import type { WireOffer } from '../tmdb/wire/movie-parts.wire.js';
import type { WatchProvider } from './watch-provider.model.js';

/** What is cached of a provider. */
export interface ProviderSummary {
  readonly tmdbId: number;
  readonly name: string;
  readonly logoPath: string | null;
}

export function toWatchProvider({ tmdbId, name, logoPath }: ProviderSummary): WatchProvider {
  return {
    id: toGlobalId('WatchProvider', tmdbId),
    tmdbId,
    name,
    logo: imageOfPath(ImageKind.LOGO, logoPath),
  };
}

/** Those with a name, in the order in which TMDb shows them. */
export function providerSummariesOf(rows: readonly WireOffer[]): ProviderSummary[] {
  return rows
    .toSorted((one, other) => (one.display_priority ?? Infinity) - (other.display_priority ?? Infinity))
    .flatMap(({ provider_id, provider_name, logo_path }) =>
      provider_name === null ? [] : [{ tmdbId: provider_id, name: provider_name, logoPath: logo_path }],
    );
}
