import type { Review } from '../../catalogue/reviews.js';
import type { Film } from '../../catalogue/model.js';

/** A review as an item of a film's reviews. */
export function listReview(review: Review) {
  return {
    author: review.author,
    author_details: {
      name: review.author === review.username ? '' : review.author,
      username: review.username,
      avatar_path: review.avatarPath,
      rating: review.rating,
    },
    content: review.content,
    created_at: review.createdAt,
    id: review.id,
    updated_at: review.createdAt,
    url: `https://example.org/review/${review.id}`,
  };
}

/** A review on a page of its own: it names its film. */
export function reviewDetails(review: Review, film: Film) {
  return {
    ...listReview(review),
    iso_639_1: review.language,
    media_id: film.id,
    media_title: film.record.title,
    media_type: 'movie',
  };
}
