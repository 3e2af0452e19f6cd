import { useApolloClient } from '@apollo/client/react';
import { signInHref, watchlistHref } from '../app/routes.js';
import { useMessages } from '../locale/use-messages.js';
import { usePlace } from '../navigation/history.js';
import { Link } from '../navigation/link.js';
import { announce } from '../states/announcer.js';
import { LogoutDocument } from './session-documents.js';
import { setSession, useSession } from './session.js';

/** Watchlist and account, in the head of every page. */
export function AccountMenu() {
  const client = useApolloClient();
  const session = useSession();
  const { path } = usePlace();
  const { putBack, signedOut, signIn, signOut, watchlist } = useMessages();
  const leave = async (): Promise<void> => {
    try {
      await client.mutate({ mutation: LogoutDocument });
      // The button goes away; the link beside it keeps the place.
      document.getElementById('to-watchlist')?.focus();
      setSession({ status: 'signedOut' });
      announce(signedOut);
    } catch {
      announce(putBack);
    }
  };
  return (
    <div className="account">
      <Link href={watchlistHref} id="to-watchlist" aria-current={path === watchlistHref ? 'page' : undefined}>
        {watchlist}
      </Link>
      {session.status === 'signedIn' ? (
        <button type="button" className="link-button" title={session.user.email} onClick={() => void leave()}>
          {signOut}
        </button>
      ) : (
        <Link href={signInHref} id="to-sign-in">
          {signIn}
        </Link>
      )}
    </div>
  );
}
