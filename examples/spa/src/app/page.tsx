import { FilmPage } from '../film/film-page.js';
import { WatchlistPage } from '../library/watchlist-page.js';
import { useMessages } from '../locale/use-messages.js';
import { usePlace } from '../navigation/history.js';
import { useArrival } from '../navigation/use-arrival.js';
import { SearchPage } from '../search/search-page.js';
import { AccountPage } from '../session/account-page.js';
import { ResetPasswordPage } from '../session/reset-password-page.js';
import { VerifyEmailPage } from '../session/verify-email-page.js';
import { NotFoundPage } from '../states/not-found-page.js';
import { WallPage } from '../wall/wall-page.js';
import { routeOf } from './routes.js';

/** The page of the address. */
export function Page() {
  const { pageNotFound } = useMessages();
  const route = routeOf(usePlace());
  useArrival();
  switch (route.page) {
    case 'wall':
      return <WallPage key={route.list} list={route.list} />;
    case 'search':
      return <SearchPage query={route.query} />;
    case 'film':
      return <FilmPage key={route.id} id={route.id} />;
    case 'watchlist':
      return <WatchlistPage />;
    case 'signIn':
    case 'signUp':
      return <AccountPage kind={route.page} />;
    case 'resetPassword':
      return <ResetPasswordPage />;
    case 'verifyEmail':
      return <VerifyEmailPage />;
    default:
      return <NotFoundPage title={pageNotFound} />;
  }
}
