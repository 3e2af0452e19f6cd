import { imageOfPath } from '../images/image.mapper.js';
import { ImageKind } from '../images/image.model.js';
import { toGlobalId } from '../platform/graphql/nodes/global-id.js';
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
