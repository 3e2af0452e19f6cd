import { useMessages } from '../locale/use-messages.js';
import { rateFilm, removeRating } from './change-rating.js';
import type { KeptFilm } from './kept-film.js';
import { Problem } from './problem.js';
import { useLibraryChange } from './use-library-change.js';

const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

interface RatingStarsProps {
  readonly film: KeptFilm;
  readonly userId: string;
}

/** Ten buttons: with radio buttons, each arrow key on the way to a rating would save one. */
export function RatingStars({ film, userId }: RatingStarsProps) {
  const messages = useMessages();
  const { isSaving, problem, run } = useLibraryChange(userId);
  const { rating } = film.state;
  return (
    <fieldset className="rating" aria-busy={isSaving}>
      <legend>{messages.yourRating}</legend>
      <span className="stars">
        {values.map((value) => (
          <button
            key={value}
            type="button"
            aria-label={messages.rate(value)}
            aria-pressed={value === rating}
            data-filled={rating !== null && value <= rating}
            onClick={() => run((keeper) => rateFilm(keeper, film, value), messages.ratedByYou(value))}
          >
            ★
          </button>
        ))}
      </span>
      {rating !== null && (
        <>
          <span className="visually-hidden">{messages.ratedByYou(rating)}</span>
          <span className="rating-value" aria-hidden="true">
            {rating}
          </span>
          <button
            type="button"
            className="link-button"
            onClick={() => run((keeper) => removeRating(keeper, film), messages.ratingRemoved)}
          >
            {messages.removeRating}
          </button>
        </>
      )}
      <Problem text={problem} />
    </fieldset>
  );
}
