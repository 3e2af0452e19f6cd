import { useSyncExternalStore } from 'react';

interface Viewer {
  /** The global id of the `User`. */
  readonly id: string;
  readonly email: string;
}

/** `restoring`: a session was kept when the page was last here, and its cookie has not been tried yet. */
export type Session =
  | { readonly status: 'restoring' | 'signedOut' }
  | { readonly status: 'signedIn'; readonly accessToken: string; readonly user: Viewer };

/** Says only that there was a session. The access token lives in memory, the refresh token in an HttpOnly cookie. */
const hintKey = 'watchme.hasSession';
const channel = new BroadcastChannel('watchme.session');
const listeners = new Set<() => void>();
let session: Session = { status: localStorage.getItem(hintKey) === null ? 'signedOut' : 'restoring' };

// What another tab did: signed in, rotated the tokens, or signed out.
channel.addEventListener('message', ({ data }: MessageEvent<Session>) => apply(data));

export function currentSession(): Session {
  return session;
}

export function useSession(): Session {
  return useSyncExternalStore(onSession, currentSession);
}

export function accessToken(): string | null {
  return session.status === 'signedIn' ? session.accessToken : null;
}

/** Takes over what the API said of the session, in every tab. */
export function setSession(next: Session): void {
  apply(next);
  channel.postMessage(next);
}

/** For a page that could not ask: signed out for now, but the hint stays for the next time. */
export function giveUpRestoring(): void {
  if (session.status === 'restoring') change({ status: 'signedOut' });
}

export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function apply(next: Session): void {
  if (next.status === 'signedIn') localStorage.setItem(hintKey, '1');
  else localStorage.removeItem(hintKey);
  change(next);
}

function change(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}
