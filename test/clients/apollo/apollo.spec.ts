import { gql } from '@apollo/client';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { FilmsDocument } from '../gql/graphql.js';
import { Session } from '../session.js';
import { Browser } from '../support/browser.js';
import { describeCache } from '../support/cache-contract.js';
import { browsers, origin } from '../support/page-origin.js';
import { makeApolloClient } from './apollo-client.js';
import { makeCachingApollo } from './caching-apollo.js';

describe('Apollo Client', () => {
  describeCache(makeCachingApollo);

  describe('on its way to the server', () => {
    let api: Api;
    beforeAll(async () => {
      api = await startApi(browsers);
    });
    afterAll(() => api.close());

    function open() {
      const browser = new Browser(origin);
      return { browser, client: makeApolloClient(api.url, 'en-US', new Session(api.url, browser.fetch)) };
    }

    test('registers a query by its hash, and asks by GET and hash alone from then on', async () => {
      const [first, second] = [open(), open()];
      await first.client.query({ query: FilmsDocument, variables: { list: 'TOP_RATED', first: 3 } });
      expect(first.browser.sent.map(({ method }) => method)).toEqual(['GET', 'POST']);
      const { data } = await second.client.query({ query: FilmsDocument, variables: { list: 'TOP_RATED', first: 3 } });
      expect(data?.movies?.edges).toHaveLength(3);
      const [{ method, url } = { method: '', url: new URL(api.url) }] = second.browser.sent;
      expect([second.browser.takeCount(), method, url.searchParams.get('query')]).toEqual([1, 'GET', null]);
      expect(url.searchParams.get('extensions')).toContain('sha256Hash');
    });

    // The reason for a client a language. Where this fails, ByLocale is not needed any more.
    test('would show the texts of another language, if two of them had one cache', async () => {
      const { client } = open();
      const query = gql`
        query Titles($locale: Locale) {
          movies(list: POPULAR, locale: $locale) {
            edges {
              node {
                id
                title
              }
            }
          }
        }
      `;
      const read = async (locale: string) => (await client.query({ query, variables: { locale } })).data;
      const english = await read('en-US');
      const portuguese = await read('pt-BR');
      expect(portuguese).not.toEqual(english);
      expect(await read('en-US')).toEqual(portuguese);
    });
  });
});
