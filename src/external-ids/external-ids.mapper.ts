import type { WireExternalIds } from '../tmdb/wire/movie-parts.wire.js';
import type { ExternalIds } from './external-ids.model.js';

export function externalIdsOf(wire: WireExternalIds): ExternalIds {
  return {
    imdbId: wire.imdb_id,
    wikidataId: wire.wikidata_id,
    facebookId: wire.facebook_id,
    instagramId: wire.instagram_id,
    twitterId: wire.twitter_id,
  };
}
