import { useMessages } from '../locale/use-messages.js';
import { addToWatchlist, removeFromWatchlist } from './change-watchlist.js';
import type { KeptFilm } from './kept-film.js';
import { Problem } from './problem.js';
import { useLibraryChange } from './use-library-change.js';

interface WatchButtonProps {
  readonly film: KeptFilm;
  readonly userId: string;
}

export function WatchButton({ film, userId }: WatchButtonProps) {
  const messages = useMessages();
  const { isSaving, problem, run } = useLibraryChange(userId);
  const { isOnWatchlist } = film.state;
  const toggle = (): void => {
    if (isOnWatchlist) run((keeper) => removeFromWatchlist(keeper, film), messages.removedFromWatchlist(film.title));
    else run((keeper) => addToWatchlist(keeper, film), messages.addedToWatchlist(film.title));
  };
  return (
    <div>
      <button
        type="button"
        className="button button-main"
        aria-pressed={isOnWatchlist}
        aria-busy={isSaving}
        onClick={toggle}
      >
        <span aria-hidden="true">{isOnWatchlist ? '✓' : '+'}</span>
        {isOnWatchlist ? messages.onWatchlist : messages.addToWatchlist}
      </button>
      <Problem text={problem} />
    </div>
  );
}
