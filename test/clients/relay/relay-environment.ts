import { Environment, type FetchFunction, type GraphQLResponse, Network, RecordSource, Store } from 'relay-runtime';
import type { Session } from '../session.js';

/** One for each language: see ByLocale. */
export function makeRelayEnvironment(endpoint: string, locale: string, session: Session): Environment {
  const ask: FetchFunction = async ({ id, text }, variables) => {
    const response = await session.fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        'accept-language': locale,
      },
      // With `persistConfig` the compiler leaves the hash of the text, and not the text.
      body: JSON.stringify({ ...(id === null ? { query: text } : { documentId: id }), variables }),
    });
    return (await response.json()) as GraphQLResponse;
  };
  return new Environment({ network: Network.create(ask), store: new Store(new RecordSource()) });
}
