import { toGlobalId } from '../../platform/graphql/nodes/global-id.js';
import { instant, positive, webAddress } from '../../tmdb/reading/value.js';
import type { WireReview } from '../../tmdb/wire/reviews.wire.js';

/** A review as it is cached. */
export interface ReviewText {
  readonly tmdbId: string;
  readonly author: string | null;
  /** A path at TMDb's image servers, or a whole address elsewhere. */
  readonly avatar: string | null;
  readonly rating: number | null;
  readonly content: string;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  readonly url: string | null;
}

export function reviewOf(wire: WireReview): ReviewText {
  const details = wire.author_details;
  return {
    tmdbId: wire.id,
    author: wire.author ?? details?.name ?? details?.username ?? null,
    avatar: details?.avatar_path ?? null,
    rating: positive(details?.rating ?? null),
    content: wire.content ?? '',
    createdAt: instant(wire.created_at),
    updatedAt: instant(wire.updated_at),
    url: webAddress(wire.url),
  };
}

export function toReview({ tmdbId, avatar, ...review }: ReviewText, imageBaseUrl: string) {
  return { ...review, id: toGlobalId('Review', tmdbId), avatarUrl: avatar && avatarAddress(avatar, imageBaseUrl) };
}

/** TMDb writes addresses elsewhere as a path that begins `/https://`. */
function avatarAddress(avatar: string, imageBaseUrl: string): string | null {
  return webAddress(/^\/?https?:/.test(avatar) ? avatar.replace(/^\//, '') : `${imageBaseUrl}/w185${avatar}`);
}
