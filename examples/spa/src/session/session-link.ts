import { ApolloLink } from '@apollo/client';
import { from, of, switchMap } from 'rxjs';
import { refresh } from './refresh.js';
import { accessToken } from './session.js';

/**
 * Sends the access token. An answer that refuses it makes us refresh the session and ask once more: by the answer
 * rather than by the clock, which may be wrong here.
 */
export const sessionLink = new ApolloLink((operation, forward) => {
  const send = (token: string | null): ReturnType<typeof forward> => {
    operation.setContext(({ headers }) => ({
      headers: { ...(headers as object), ...(token !== null && { authorization: `Bearer ${token}` }) },
    }));
    return forward(operation);
  };
  const token = operation.getContext()['isSignedOut'] === true ? null : accessToken();
  if (token === null) return send(null);
  return send(token).pipe(
    switchMap((result) => (isRefused(result) ? from(refresh(token)).pipe(switchMap(send)) : of(result))),
  );
});

function isRefused({ errors }: ApolloLink.Result): boolean {
  return errors?.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED') ?? false;
}
