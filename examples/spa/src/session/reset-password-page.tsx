import { resetPasswordHref, signInHref } from '../app/routes.js';
import { useMessages } from '../locale/use-messages.js';
import { navigate, usePlace } from '../navigation/history.js';
import { Link } from '../navigation/link.js';
import { announce } from '../states/announcer.js';
import { AccountForm } from './account-form.js';
import { useMailLinks } from './use-mail-links.js';

/** Asks for the mail whose link leads back here, and then for the new password. */
export function ResetPasswordPage() {
  const messages = useMessages();
  const { requestPasswordReset, resetPassword } = useMailLinks();
  const { fragment, query } = usePlace();
  const token = fragment.get('token');
  const done = query.get('done');
  const heading = done === 'changed' ? messages.passwordChanged : messages.choosePassword;
  return (
    <div className="page page-plain page-narrow">
      <title>{`${heading} – WatchMe`}</title>
      <h1 tabIndex={-1}>{heading}</h1>
      {done === 'sent' && <p>{messages.resetSent}</p>}
      {done === null && token === null && (
        <>
          <p>{messages.resetHint}</p>
          <AccountForm
            key="request"
            fields={['email']}
            isNew={false}
            label={messages.sendLink}
            onSubmit={({ email }) => requestPasswordReset(email)}
            onDone={() => {
              finish('sent');
              announce(messages.resetSent);
            }}
          />
        </>
      )}
      {done === null && token !== null && (
        <>
          <AccountForm
            key="choose"
            fields={['password']}
            isNew
            label={messages.choosePassword}
            onSubmit={({ password }) => resetPassword(token, password)}
            onDone={() => finish('changed')}
          />
          <p>
            <Link href={resetPasswordHref}>{messages.anotherLink}</Link>
          </p>
        </>
      )}
      {done === 'changed' && (
        <p>
          <Link href={signInHref}>{messages.signIn}</Link>
        </p>
      )}
    </div>
  );
}

/** Takes the token out of the address, too. */
function finish(what: 'sent' | 'changed'): void {
  navigate(`${resetPasswordHref}?done=${what}`, { replace: true });
}
