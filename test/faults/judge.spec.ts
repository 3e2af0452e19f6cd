import { expect, test } from '@jest/globals';
import { judge } from './judge.js';
import { cachedRequests, coldRequest, liveRequest, loginRequest } from './requests.js';

const request = coldRequest(1);
const login = loginRequest({ email: 'ada@example.org', password: 'x', accessToken: 'y', films: 0 });
const film = { data: { movie: { title: 'Seven Samurai' } } };

function errorsOf(...codes: (string | undefined)[]): object {
  return { data: { movie: null }, errors: codes.map((code) => ({ message: 'No.', extensions: { code } })) };
}

function verdictOn(body: unknown, { status = 200, asked = request, secrets = [] as string[] } = {}): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const outcome = judge(asked, { status, text }, secrets);
  return outcome.verdict === 'ok' ? 'ok' : `${outcome.verdict}: ${outcome.reason}`;
}

test('what was asked for is ok', () => {
  expect(verdictOn(film)).toBe('ok');
  expect(verdictOn({ status: 'live' }, { asked: liveRequest })).toBe('ok');
  expect(verdictOn({ data: { login: { __typename: 'AuthSuccess' } } }, { asked: login })).toBe('ok');
});

test.each(['UPSTREAM_UNAVAILABLE', 'UPSTREAM_BUSY', 'SERVICE_UNAVAILABLE'])('an error of %s is clean', (code) => {
  expect(verdictOn(errorsOf(code))).toBe(`clean: ${code}`);
  expect(verdictOn(errorsOf(code), { status: 503 })).toBe(`clean: ${code}`);
});

test('being told to try later at a login is clean', () => {
  const body = { data: { login: { __typename: 'TooManyAttemptsError' } } };
  expect(verdictOn(body, { asked: login })).toBe('clean: TooManyAttemptsError');
});

test.each([
  ['a fault of ours', errorsOf('INTERNAL_SERVER_ERROR'), 200],
  ['a fault of ours among clean ones', errorsOf('UPSTREAM_UNAVAILABLE', 'INTERNAL_SERVER_ERROR'), 200],
  ['an error without a code', errorsOf(undefined), 200],
  ['no error in a list of them', { data: { movie: null }, errors: [] }, 200],
  ['a clean code with another status', errorsOf('UPSTREAM_UNAVAILABLE'), 500],
  ['a good answer with another status', film, 502],
  ['no film where there is one', { data: { movie: null } }, 200],
  ['no data', { data: null }, 200],
  ['a page', '<!doctype html>', 503],
  ['nothing', '', 200],
])('%s is a failure', (_what, body, status) => {
  expect(verdictOn(body, { status })).toMatch(/^failed: /);
});

test.each([
  ['a path', 'at run (file:///app/dist/main.js:1:2)'],
  ['an address', 'GET http://127.0.0.1:8080/3/movie/1'],
  ['what a library says', 'connect ECONNREFUSED'],
  ['a secret', 'hush-hush'],
])('%s in an answer is a leak, however good the rest is', (_what, text) => {
  expect(verdictOn({ ...film, note: text }, { secrets: ['hush-hush'] })).toBe('failed: leak');
});

test('a list with too few films is no answer', () => {
  const asked = cachedRequests.at(-1)!;
  expect(verdictOn({ data: { movies: { nodes: [{ title: 'One' }] } } }, { asked })).toMatch(/^failed: /);
});
