import { resetPasswordHref, signInHref, signUpHref } from '../app/routes.js';
import { useMessages } from '../locale/use-messages.js';
import { navigate, usePlace } from '../navigation/history.js';
import { Link } from '../navigation/link.js';
import { AccountForm } from './account-form.js';
import { fields } from './problems.js';
import { useSignIn } from './use-sign-in.js';

interface AccountPageProps {
  readonly kind: 'signIn' | 'signUp';
}

/** Signing in, or up, and back to where one came from. */
export function AccountPage({ kind }: AccountPageProps) {
  const messages = useMessages();
  const { login, register } = useSignIn();
  const { query } = usePlace();
  const to = pathOf(query.get('to'));
  const isSignUp = kind === 'signUp';
  const [question, answer, href] = isSignUp
    ? [messages.haveAccount, messages.signIn, signInHref]
    : [messages.noAccountYet, messages.signUp, signUpHref];
  return (
    <div className="page page-plain page-narrow">
      <title>{`${messages[kind]} – WatchMe`}</title>
      <h1 tabIndex={-1}>{messages[kind]}</h1>
      <AccountForm
        key={kind}
        fields={fields}
        isNew={isSignUp}
        label={messages[kind]}
        onSubmit={isSignUp ? register : login}
        onDone={() => navigate(to, { replace: true })}
      />
      <p>
        {question} <Link href={`${href}?to=${to}`}>{answer}</Link>
      </p>
      {!isSignUp && (
        <p>
          <Link href={resetPasswordHref}>{messages.forgotPassword}</Link>
        </p>
      )}
    </div>
  );
}

/** Leads nowhere but into this application. */
function pathOf(to: string | null): string {
  return to !== null && /^\/[\w-]/.test(to) ? to : '/';
}
