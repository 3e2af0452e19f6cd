import { skipToken, useQuery } from '@apollo/client/react';
import { signInHref, watchlistHref } from '../app/routes.js';
import { useLocale } from '../locale/locale.js';
import { useMessages } from '../locale/use-messages.js';
import { Link } from '../navigation/link.js';
import { useSession } from '../session/session.js';
import { AnswerNotice } from '../states/answer-notice.js';
import { Empty } from '../states/empty.js';
import { Failure } from '../states/failure.js';
import { LoadMore } from '../wall/load-more.js';
import { PosterGridSkeleton } from '../wall/poster-grid-skeleton.js';
import { PosterGrid } from '../wall/poster-grid.js';
import { useNextPage } from '../wall/use-next-page.js';
import { WatchlistDocument } from './library-documents.js';

export function WatchlistPage() {
  const session = useSession();
  const variables = { locale: useLocale() };
  const { signIn, signInFirst, watchlist: heading, watchlistCount, watchlistEmpty, watchlistHint } = useMessages();
  const options = session.status === 'signedIn' ? { variables } : skipToken;
  const { data, error, fetchMore, loading, refetch } = useQuery(WatchlistDocument, options);
  const watchlist = data?.viewer?.watchlist;
  const next = useNextPage(watchlist?.pageInfo, { fetchMore, refetch });
  const films = watchlist?.edges.flatMap(({ node: { movie } }) => movie ?? []) ?? [];
  const isWaiting = session.status === 'restoring' || loading;
  return (
    <div className="page page-plain">
      <title>{`${heading} – WatchMe`}</title>
      <h1 tabIndex={-1}>{heading}</h1>
      {session.status === 'signedOut' && (
        <Empty title={signInFirst}>
          <Link className="button" href={`${signInHref}?to=${watchlistHref}`}>
            {signIn}
          </Link>
        </Empty>
      )}
      {isWaiting && !watchlist && <PosterGridSkeleton count={6} />}
      {session.status === 'signedIn' && !loading && !watchlist && <Failure onRetry={next.retry} />}
      {watchlist && (
        <AnswerNotice
          operation="Watchlist"
          variables={variables}
          hasFailed={next.hasFailed || error !== undefined}
          onRetry={next.retry}
        />
      )}
      {watchlist?.totalCount === 0 && (
        <Empty title={watchlistEmpty}>
          <p>{watchlistHint}</p>
        </Empty>
      )}
      {watchlist && watchlist.totalCount > 0 && <p>{watchlistCount(watchlist.totalCount)}</p>}
      <PosterGrid films={films} place="watchlist" />
      <LoadMore next={next} />
    </div>
  );
}
