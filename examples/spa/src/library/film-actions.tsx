import { skipToken, useQuery } from '@apollo/client/react';
import { signInHref } from '../app/routes.js';
import { useMessages } from '../locale/use-messages.js';
import { usePlace } from '../navigation/history.js';
import { Link } from '../navigation/link.js';
import { useSession } from '../session/session.js';
import { ViewerStateDocument } from './library-documents.js';
import { RatingStars } from './rating-stars.js';
import { WatchButton } from './watch-button.js';

interface FilmActionsProps {
  readonly id: string;
  readonly title: string;
}

/** What a viewer can do with a film. Asked apart from the film, whose answer then is the same for everybody. */
export function FilmActions({ id, title }: FilmActionsProps) {
  const session = useSession();
  const { path } = usePlace();
  const { partial, retry, signInFirst } = useMessages();
  const options = session.status === 'signedIn' ? { variables: { id } } : skipToken;
  const { data, error, refetch } = useQuery(ViewerStateDocument, options);
  if (session.status === 'signedOut')
    return (
      <p className="actions">
        <Link href={`${signInHref}?to=${path}`} className="button">
          {signInFirst}
        </Link>
      </p>
    );
  if (error !== undefined)
    return (
      <p className="actions" role="alert">
        {partial}{' '}
        <button type="button" className="button button-small" onClick={() => void refetch().catch(() => null)}>
          {retry}
        </button>
      </p>
    );
  const movie = data?.movie;
  if (session.status !== 'signedIn' || !movie?.viewerState) return <p className="actions skeleton" aria-busy="true" />;
  const { id: stateId, isOnWatchlist, rating } = movie.viewerState;
  const film = { id, tmdbId: movie.tmdbId, title, state: { id: stateId, isOnWatchlist, rating } };
  return (
    <div className="actions">
      <WatchButton film={film} userId={session.user.id} />
      <RatingStars film={film} userId={session.user.id} />
    </div>
  );
}
