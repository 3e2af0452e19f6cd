import { z } from 'zod';
import { decimal, key, part, rowsByKey, text } from './fields.js';
import { pagedList } from './paged-list.js';

const wireReview = z.object({
  id: key,
  author: text,
  author_details: part(
    z.object({
      name: text,
      username: text,
      /** A path of TMDb's, or a slash and a whole address elsewhere. */
      avatar_path: text,
      /** 0 to 10. */
      rating: decimal,
    }),
  ),
  content: text,
  created_at: text,
  updated_at: text,
  url: text,
});

export type WireReview = z.infer<typeof wireReview>;

export const wireReviewList = pagedList(rowsByKey('id', wireReview));
export type WireReviewList = z.infer<typeof wireReviewList>;
