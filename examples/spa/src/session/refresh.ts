import { ask } from '../api/ask.js';
import { RefreshDocument } from './session-documents.js';
import { accessToken, currentSession, giveUpRestoring, setSession } from './session.js';

let underWay: Promise<string | null> | null = null;

/**
 * Trades the cookie for new tokens, once however many requests wait for it. `spent` is the access token that was
 * refused. Tabs share the cookie, so they take turns: who comes second finds the token that the first was given.
 * Gives null where the session is over. @throws where the API can not be asked; the session is kept then.
 */
export function refresh(spent: string | null): Promise<string | null> {
  underWay ??= navigator.locks
    .request('watchme.refresh', () => rotate(spent))
    .finally(() => {
      underWay = null;
    });
  return underWay;
}

/** When the page is opened. */
export async function restoreSession(): Promise<void> {
  if (currentSession().status !== 'restoring') return;
  await refresh(null).catch(giveUpRestoring);
}

async function rotate(spent: string | null): Promise<string | null> {
  const held = accessToken();
  if (held !== null && held !== spent) return held;
  if (currentSession().status === 'signedOut') return null;
  const { refreshSession: result } = await ask(RefreshDocument, {});
  if (result?.__typename === 'AuthSuccess') {
    setSession({ status: 'signedIn', accessToken: result.accessToken, user: result.user });
    return result.accessToken;
  }
  if (result === null || result === undefined) throw new Error('The session could not be refreshed.');
  setSession({ status: 'signedOut' });
  return null;
}
