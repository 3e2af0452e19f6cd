import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { FilmsDocument } from '../gql/graphql.js';
import { Session } from '../session.js';
import { Browser } from '../support/browser.js';
import { describeCache } from '../support/cache-contract.js';
import { browsers, origin } from '../support/page-origin.js';
import { makeCachingUrql } from './caching-urql.js';
import { makeUrqlClient } from './urql-client.js';

describe('urql', () => {
  describeCache(makeCachingUrql);

  describe('on its way to the server', () => {
    let api: Api;
    beforeAll(async () => {
      api = await startApi(browsers);
    });
    afterAll(() => api.close());

    test('asks by GET and hash, and with the text once', async () => {
      const methods = [];
      for (const _client of ['the first', 'another']) {
        const browser = new Browser(origin);
        const client = makeUrqlClient(api.url, 'en-US', new Session(api.url, browser.fetch));
        const { data } = await client.query(FilmsDocument, { list: 'TOP_RATED', first: 3 }).toPromise();
        expect(data?.movies?.edges).toHaveLength(3);
        methods.push(browser.sent.map(({ method, url }) => `${method}${url.searchParams.has('query') ? ' text' : ''}`));
      }
      expect(methods).toEqual([['GET', 'GET text'], ['GET']]);
    });
  });
});
