import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { fetchQuery } from 'relay-runtime';
import { goodPassword, newEmail } from '../../support/accounts.js';
import { type Api, startApi } from '../../support/api.js';
import { makeApolloClient } from '../apollo/apollo-client.js';
import * as apolloDocuments from '../apollo/documents.js';
import { askByHash } from '../fetch/ask.js';
import { FilmsDocument, RegisterDocument } from '../gql/graphql.js';
import type { filmListQuery as FilmListQuery } from '../relay/__generated__/filmListQuery.graphql.js';
import { filmListQuery } from '../relay/film-list.js';
import { makeRelayEnvironment } from '../relay/relay-environment.js';
import { Session } from '../session.js';
import { Browser } from '../support/browser.js';
import { browsers, origin } from '../support/page-origin.js';
import * as urqlDocuments from '../urql/documents.js';
import { makeUrqlClient } from '../urql/urql-client.js';

const list = { list: 'POPULAR', first: 20 } as const;
const registration = () => ({ input: { email: newEmail(), password: goodPassword } });

let api: Api;
let browser: Browser;
let session: Session;

function serveOnly(documents: string): void {
  beforeAll(async () => {
    const TRUSTED_DOCUMENTS = join(import.meta.dirname, documents);
    api = await startApi({ ...browsers, TRUSTED_DOCUMENTS, TRUSTED_DOCUMENTS_MODE: 'require' });
    browser = new Browser(origin);
    session = new Session(api.url, browser.fetch);
  });
  afterAll(() => api.close());

  test('refuses a document that is not among them', async () => {
    const { errors } = await api.ask('{ movies(list: POPULAR) { nodes { title } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }]);
  });
}

function expectNoText(requests: number): void {
  expect(browser.sent).toHaveLength(requests);
  const texts = browser.sent.map(({ url, body }) => url.searchParams.get('query') ?? JSON.parse(body || '{}').query);
  expect(texts.filter((text) => text !== undefined)).toEqual([]);
}

describe('a server that runs nothing but the documents that graphql-codegen wrote', () => {
  serveOnly('../gql/persisted-documents.json');

  test('answers plain fetch by the hash', async () => {
    const asker = { endpoint: api.url, locale: 'en-US', fetch: session.fetch };
    expect((await askByHash(asker, FilmsDocument, list)).data?.movies?.edges).toHaveLength(20);
    expect((await askByHash(asker, RegisterDocument, registration())).data?.register).toMatchObject({
      __typename: 'AuthSuccess',
    });
  });

  test('answers Apollo Client by the hash', async () => {
    const client = makeApolloClient(api.url, 'en-US', session, apolloDocuments.trusted);
    expect((await client.query({ query: FilmsDocument, variables: list })).data?.movies?.edges).toHaveLength(20);
    const { data } = await client.mutate({ mutation: RegisterDocument, variables: registration() });
    expect(data?.register).toMatchObject({ __typename: 'AuthSuccess' });
  });

  test('answers urql by the hash', async () => {
    const client = makeUrqlClient(api.url, 'en-US', session, urqlDocuments.trusted);
    expect((await client.query(FilmsDocument, list).toPromise()).data?.movies?.edges).toHaveLength(20);
    const { data } = await client.mutation(RegisterDocument, registration()).toPromise();
    expect(data?.register).toMatchObject({ __typename: 'AuthSuccess' });
  });

  test('was sent no text by any of them', () => expectNoText(6));
});

describe('a server that runs nothing but the documents that relay-compiler wrote', () => {
  serveOnly('../relay/trusted-documents.json');

  test('answers Relay by the hash', async () => {
    const environment = makeRelayEnvironment(api.url, 'en-US', session);
    const answer = await fetchQuery<FilmListQuery>(environment, filmListQuery, {}).toPromise();
    expect(answer).toHaveProperty('__fragments');
    expectNoText(1);
  });
});
