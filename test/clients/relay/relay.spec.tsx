import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { fetchQuery } from 'relay-runtime';
import { type Api, startApi } from '../../support/api.js';
import { Session } from '../session.js';
import { Browser } from '../support/browser.js';
import { describeCache } from '../support/cache-contract.js';
import { browsers, origin } from '../support/page-origin.js';
import { plainFilms } from '../support/plain-reader.js';
import { makeCachingRelay } from './caching-relay.js';
import { FilmPage, filmPageQuery } from './film-page.js';
import { makeRelayEnvironment } from './relay-environment.js';
import { press, textsOf, whileShown } from './rendered.js';

/** The compiler leaves hashes in the place of texts, and this list of what they stand for. */
const TRUSTED_DOCUMENTS = join(import.meta.dirname, 'trusted-documents.json');

describe('Relay', () => {
  describeCache(makeCachingRelay, { TRUSTED_DOCUMENTS });

  describe('refetches by `node`', () => {
    let api: Api;
    beforeAll(async () => {
      api = await startApi({ ...browsers, TRUSTED_DOCUMENTS });
    });
    afterAll(() => api.close());

    test.each(['en-US', 'pt-BR'])('in the language of its environment, %s', async (locale) => {
      const browser = new Browser(origin);
      const environment = makeRelayEnvironment(api.url, locale, new Session(api.url, browser.fetch));
      const [{ id, title } = { id: '', title: '' }] = await plainFilms(api, locale, 1);
      await fetchQuery(environment, filmPageQuery, { id }).toPromise();
      // Whatever the store held: what is shown in the end was read anew.
      environment.commitUpdate((store) => store.get(id)?.setValue('Of another language', 'title'));
      const { promise, resolve } = Promise.withResolvers<void>();
      const titles = await whileShown(environment, <FilmPage id={id} onFresh={resolve} />, async (page) => {
        const before = textsOf(page, 'h1');
        await press(page, promise);
        return [...before, ...textsOf(page, 'h1')];
      });
      expect(titles).toEqual(['Of another language', title]);
      expect(JSON.parse(browser.sent.at(-1)!.body)).toMatchObject({ variables: { id } });
    });
  });
});
