import { verifyEmailHref } from '../app/routes.js';
import { useMessages } from '../locale/use-messages.js';
import { navigate, usePlace } from '../navigation/history.js';
import { Link } from '../navigation/link.js';
import { AccountForm } from './account-form.js';
import { useMailLinks } from './use-mail-links.js';

/** Where the mail to a new address leads. It asks for a press: what scans mails opens links, and each works once. */
export function VerifyEmailPage() {
  const messages = useMessages();
  const { verifyEmail } = useMailLinks();
  const { fragment, query } = usePlace();
  const token = fragment.get('token') ?? '';
  const isDone = query.has('done');
  const heading = isDone ? messages.emailVerified : messages.verifyEmail;
  return (
    <div className="page page-plain page-narrow">
      <title>{`${heading} – WatchMe`}</title>
      <h1 tabIndex={-1}>{heading}</h1>
      {!isDone && token === '' && <p>{messages.linkNotWhole}</p>}
      {!isDone && token !== '' && (
        <AccountForm
          fields={[]}
          isNew={false}
          label={messages.verifyEmail}
          onSubmit={() => verifyEmail(token)}
          // Takes the token out of the address, too.
          onDone={() => navigate(`${verifyEmailHref}?done`, { replace: true })}
        />
      )}
      {isDone && (
        <p>
          <Link href="/">{messages.toTheWall}</Link>
        </p>
      )}
    </div>
  );
}
