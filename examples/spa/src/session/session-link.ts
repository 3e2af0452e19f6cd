import { ApolloLink } from '@apollo/client';
import { from, of, switchMap } from 'rxjs';
import { refresh } from './refresh.js';
import { accessToken } from './session.js';

interface SentContext {
  readonly headers?: Readonly<Record<string, string>>;
  /** Asked as somebody who is signed out, whoever is signed in. */
  readonly isSignedOut?: boolean;
}

/**
 * Sends the access token. An answer that refuses it makes us refresh the session and ask once more: by the answer
 * rather than by the clock, which may be wrong here.
 */
export const sessionLink = new ApolloLink((operation, forward) => {
  const { headers, isSignedOut } = operation.getContext() as SentContext;
  const send = (token: string | null): ReturnType<typeof forward> => {
    // From what they were at first: what is asked once more has nothing of a token that is over.
    operation.setContext({ headers: { ...headers, ...(token !== null && { authorization: `Bearer ${token}` }) } });
    return forward(operation);
  };
  const token = isSignedOut === true ? null : accessToken();
  if (token === null) return send(null);
  return send(token).pipe(
    switchMap((result) => (isRefused(result) ? from(refresh(token)).pipe(switchMap(send)) : of(result))),
  );
});

function isRefused({ errors }: ApolloLink.Result): boolean {
  return errors?.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED') ?? false;
}
