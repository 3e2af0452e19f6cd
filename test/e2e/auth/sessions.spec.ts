import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cheapHashing, signIn, signUp } from '../../support/accounts.js';
import { type Api, startApi } from '../../support/api.js';
import { logout, logoutEverywhere, revokeSession, viewerAccount } from '../queries/account-queries.js';

let api: Api;

beforeAll(async () => {
  api = await startApi(cheapHashing);
});

afterAll(() => api.close());

describe('Ending sessions', () => {
  const isOut = async (headers: Record<string, string>): Promise<boolean> =>
    (await api.ask('{ viewer { email } }', {}, headers)).errors?.[0]?.extensions['code'] === 'UNAUTHENTICATED';

  test('logout ends this one, once', async () => {
    const { headers } = await signUp(api);
    expect((await api.ask(logout, { input: {} }, headers)).data.logout).toMatchObject({ endedSession: true });
    expect(await isOut(headers)).toBe(true);
    expect((await api.ask(logout, { input: {} }, headers)).data.logout).toMatchObject({ endedSession: false });
  });

  test('logoutEverywhere ends all, and films are answered all the same', async () => {
    const account = await signUp(api);
    const other = await signIn(api, account);
    const answer = await account.ask(logoutEverywhere);
    expect(answer.data.logoutEverywhere).toMatchObject({ endedSessions: 2 });
    expect(await isOut(other.headers)).toBe(true);
    expect((await other.ask('{ movies(first: 1) { totalCount } }')).errors).toBeUndefined();
  });

  test('revokeSession ends another of the viewer, and nobody else can', async () => {
    const account = await signUp(api);
    const other = await signIn(api, account);
    const stranger = await signUp(api);
    const { data } = await other.ask(viewerAccount);
    const sessionId = data.viewer.sessions.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent).id as string;
    const input = { sessionId };
    expect((await stranger.ask(revokeSession, { input })).data.revokeSession.deletedId).toBeNull();
    expect((await stranger.ask('query ($id: ID!) { node(id: $id) { id } }', { id: sessionId })).data.node).toBeNull();
    expect((await account.ask(revokeSession, { input })).data.revokeSession.deletedId).toBe(sessionId);
    expect(await isOut(other.headers)).toBe(true);
    const wrong = await account.ask(revokeSession, { input: { sessionId: 'x' } });
    expect(wrong.data.revokeSession.__typename).toBe('InvalidInputError');
  });
});

describe('Whoever is not signed in', () => {
  test('has no viewer, and no error either', async () => {
    expect(await api.ask('{ viewer { email } }')).toEqual({ data: { viewer: null } });
  });

  test('is refused what needs a viewer', async () => {
    const { data, errors } = await api.ask(logoutEverywhere);
    expect(data).toEqual({ logoutEverywhere: null });
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});
