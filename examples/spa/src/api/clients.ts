import { ApolloClient, type ApolloCache, ApolloLink, HttpLink } from '@apollo/client';
import { type AppLocale, currentLocale, locales } from '../locale/locale.js';
import { sessionLink } from '../session/session-link.js';
import { onSession, currentSession } from '../session/session.js';
import { answerLink, askForCacheExtension } from './answers.js';
import { createCache } from './cache.js';

/**
 * A client for each language. A film has one id in all of them, so one normalised cache would mix their texts; and a
 * language that is returned to is shown without asking anew.
 */
const clients = Object.fromEntries(locales.map((locale) => [locale, createClient()])) as Record<
  AppLocale,
  ApolloClient
>;

export function clientOf(locale: AppLocale): ApolloClient {
  return clients[locale];
}

/** What is true in any language, such as a rating, is written into each cache. */
export function forEachCache(write: (cache: ApolloCache) => void): void {
  for (const locale of locales) write(clients[locale].cache);
}

let lastViewer = viewerId();
// Nothing of an account stays behind when it is signed out or changes.
onSession(() => {
  const viewer = viewerId();
  if (lastViewer !== null && lastViewer !== viewer) void forgetAll();
  lastViewer = viewer;
});

async function forgetAll(): Promise<void> {
  const shown = currentLocale();
  await Promise.allSettled(
    locales.map((locale) => (locale === shown ? clients[locale].resetStore() : clients[locale].clearStore())),
  );
}

function viewerId(): string | null {
  const session = currentSession();
  return session.status === 'signedIn' ? session.user.id : null;
}

function createClient(): ApolloClient {
  const http = new HttpLink({ uri: '/graphql', headers: askForCacheExtension });
  return new ApolloClient({ cache: createCache(), link: ApolloLink.from([sessionLink, answerLink, http]) });
}
