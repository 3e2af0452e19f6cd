import { describe, expect, test } from '@jest/globals';
import { JwtService } from '@nestjs/jwt';
import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { AppConfig } from '../../config/app-config.js';
import { AccessTokenService } from './access-token.service.js';
import { signingKeys } from './signing-keys.js';

const present = 'the present key of a test, 32 bytes';
const former = 'the former key of a test, 32 bytes.';
const now = Date.UTC(2026, 10, 25, 12) / 1000;
const credentials = { userId: randomUUID(), sessionId: randomUUID() };

const auth = (jwtSecret: string, previousJwtSecret?: string) => ({ jwtSecret, previousJwtSecret }) as AppConfig['auth'];
const kidOf = (secret: string): string => signingKeys(auth(secret))[0].kid;

function serviceAt(seconds: number, jwtSecret = present, previousJwtSecret: string | null = former) {
  const clock = { now: () => new Date(seconds * 1000) };
  return new AccessTokenService(new JwtService(), clock, {
    auth: auth(jwtSecret, previousJwtSecret ?? undefined),
  } as AppConfig);
}

const service = serviceAt(now);

const base64url = (text: string | Buffer): string => Buffer.from(text).toString('base64url');
const goodHeader = { alg: 'HS256', typ: 'at+jwt', kid: kidOf(present) };
const goodClaims = {
  sub: credentials.userId,
  sid: credentials.sessionId,
  jti: randomUUID(),
  iss: 'watchme',
  aud: 'watchme-api',
  iat: now,
  exp: now + 900,
};

const jsonOf = (part: object | string): string => (typeof part === 'string' ? part : JSON.stringify(part));

/** A token of any header and claims, objects or JSON, signed with HMAC by whatever key. */
function forge(header: object | string, claims: object | string, key: string | Buffer = present, hash = 'sha256') {
  const signed = `${base64url(jsonOf(header))}.${base64url(jsonOf(claims))}`;
  return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`;
}

const withHeader = (changes: object): string => forge({ ...goodHeader, ...changes }, goodClaims);
const withClaims = (changes: object): string => forge(goodHeader, { ...goodClaims, ...changes });
const without = (part: object, name: string): object =>
  Object.fromEntries(Object.entries(part).filter(([key]) => key !== name));

/** The JSON of a part with more text before its end, such as a member given twice. */
const withText = (part: object, text: string): string => `${JSON.stringify(part).slice(0, -1)}${text}}`;

const good = forge(goodHeader, goodClaims);
const [head = '', body = '', signature = ''] = good.split('.');

/** A signature of another kind over the same parts. */
function signedBy(alg: string, type: 'rsa' | 'ec' | 'ed25519'): string {
  const key =
    type === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
      : type === 'ec'
        ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
        : generateKeyPairSync('ed25519').privateKey;
  const signed = `${base64url(JSON.stringify({ ...goodHeader, alg }))}.${body}`;
  return `${signed}.${sign(type === 'ed25519' ? null : 'sha256', Buffer.from(signed), key).toString('base64url')}`;
}

const unsigned = (alg: unknown, last = ''): string =>
  `${base64url(JSON.stringify({ ...goodHeader, alg }))}.${body}.${last}`;

const otherAlgorithms: [what: string, token: string][] = [
  ...['none', 'None', 'NONE', 'nOnE', '', null].flatMap((alg): [string, string][] => [
    [`alg ${alg} without a signature`, unsigned(alg)],
    [`alg ${alg} with the signature of the good one`, unsigned(alg, signature)],
    [`alg ${alg} signed all the same`, withHeader({ alg })],
  ]),
  ['HS384', forge({ ...goodHeader, alg: 'HS384' }, goodClaims, present, 'sha384')],
  ['HS512', forge({ ...goodHeader, alg: 'HS512' }, goodClaims, present, 'sha512')],
  ['HS256 that is HS512', forge(goodHeader, goodClaims, present, 'sha512')],
  ['hs256', withHeader({ alg: 'hs256' })],
  ['HS256 with a space', withHeader({ alg: 'HS256 ' })],
  ['alg as a list', withHeader({ alg: ['HS256'] })],
  ['alg as a number', withHeader({ alg: 256 })],
  ['RS256', signedBy('RS256', 'rsa')],
  ['ES256', signedBy('ES256', 'ec')],
  ['EdDSA', signedBy('EdDSA', 'ed25519')],
  ['RS256 by HMAC', withHeader({ alg: 'RS256' })],
  ['PS256 by HMAC', withHeader({ alg: 'PS256' })],
  ['ES256 by HMAC', withHeader({ alg: 'ES256' })],
  ['A256GCM', withHeader({ alg: 'A256GCM' })],
];

const wrongKeys: [what: string, token: string][] = [
  ['another key', forge(goodHeader, goodClaims, 'a key that is none of ours, 32 bytes')],
  ['an empty key', forge(goodHeader, goodClaims, '')],
  ['a null key', forge(goodHeader, goodClaims, '\0')],
  ['the kid as the key', forge(goodHeader, goodClaims, goodHeader.kid)],
  ['the former key under the kid of the present one', forge(goodHeader, goodClaims, former)],
  ['the present key under the kid of the former one', forge({ ...goodHeader, kid: kidOf(former) }, goodClaims)],
  ['an unknown kid', withHeader({ kid: 'abcdefghijkl' })],
  ['the kid of a key that is no longer accepted', withHeader({ kid: kidOf('a key from long ago, of 32 bytes..') })],
  ['an empty kid', withHeader({ kid: '' })],
  ['a kid that is a path', withHeader({ kid: '../../dev/null' })],
  ['a kid that is SQL', withHeader({ kid: "' union select 'x" })],
  ['a kid that every object knows', withHeader({ kid: 'constructor' })],
  ['a kid that is a list', withHeader({ kid: [goodHeader.kid] })],
  ['a kid that is a number', withHeader({ kid: 0 })],
  ['a kid that is null', withHeader({ kid: null })],
];

const wrongHeaders: [what: string, token: string][] = [
  ...['alg', 'typ', 'kid'].map((name): [string, string] => [
    `no ${name}`,
    forge(without(goodHeader, name), goodClaims),
  ]),
  ...['JWT', 'jwt', 'AT+JWT', 'application/at+jwt', 'dpop+jwt', 'rt+jwt', '', null].map((typ): [string, string] => [
    `typ ${typ}`,
    withHeader({ typ }),
  ]),
  ['crit of what is not known', withHeader({ crit: ['exp'], exp: now + 900 })],
  ['an empty crit', withHeader({ crit: [] })],
  ['b64: false', withHeader({ b64: false, crit: ['b64'] })],
  ['b64: true', withHeader({ b64: true })],
  ['jku', withHeader({ jku: 'https://keys.example/jwks.json' })],
  ['jwk', withHeader({ jwk: { kty: 'oct', k: base64url(present) } })],
  ['x5u', withHeader({ x5u: 'https://keys.example/cert.pem' })],
  ['x5c', withHeader({ x5c: ['MIIB'] })],
  ['x5t', withHeader({ x5t: 'abc' })],
  ['cty', withHeader({ cty: 'JWT' })],
  ['zip', withHeader({ zip: 'DEF' })],
  ['enc', withHeader({ enc: 'A256GCM' })],
  ['a member of no meaning', withHeader({ more: 1 })],
  ['__proto__ in the header', forge(withText(goodHeader, ',"__proto__":{}'), goodClaims)],
  ['alg twice', forge(withText(goodHeader, ',"alg":"HS256"'), goodClaims)],
  ['kid twice', forge(withText(goodHeader, `,"kid":"${goodHeader.kid}"`), goodClaims)],
  ['alg none, then HS256', forge(`{"alg":"none",${JSON.stringify(goodHeader).slice(1)}`, goodClaims)],
  ['alg in an escape', forge(JSON.stringify(goodHeader).replace('HS256', String.raw`\u0048S256`), goodClaims)],
  ['a space in the header', forge(JSON.stringify(goodHeader).replace(':', ': '), goodClaims)],
  ['a header that is a list', forge('[]', goodClaims)],
  ['a header that is null', forge('null', goodClaims)],
  ['a header that is a text', forge('"HS256"', goodClaims)],
  ['a header that is no JSON', forge('{alg:HS256}', goodClaims)],
  ['an empty header', forge('', goodClaims)],
  ['a header without members', forge('{}', goodClaims)],
];

const required = ['sub', 'sid', 'jti', 'iss', 'aud', 'iat', 'exp'] as const;

const wrongClaims: [what: string, token: string][] = [
  ...required.flatMap((name): [string, string][] => [
    [`no ${name}`, forge(goodHeader, without(goodClaims, name))],
    [`a ${name} that is null`, withClaims({ [name]: null })],
    [`a ${name} in a list`, withClaims({ [name]: [goodClaims[name]] })],
    [`a ${name} that is true`, withClaims({ [name]: true })],
    [`${name} twice`, forge(goodHeader, withText(goodClaims, `,"${name}":${JSON.stringify(goodClaims[name])}`))],
  ]),
  ...(['sub', 'sid', 'jti'] as const).flatMap((name): [string, string][] => [
    [`an empty ${name}`, withClaims({ [name]: '' })],
    [`a ${name} that is no UUID`, withClaims({ [name]: '1' })],
    [`a ${name} in capitals`, withClaims({ [name]: 'ABCDEF00-0000-4000-8000-000000000000' })],
    [`a ${name} with a line break`, withClaims({ [name]: `${goodClaims[name]}\n` })],
    [`a ${name} with SQL`, withClaims({ [name]: `${goodClaims[name]}' or '1'='1` })],
  ]),
  ['another issuer', withClaims({ iss: 'https://watchme.example' })],
  ['an issuer with a slash', withClaims({ iss: 'watchme/' })],
  ['another audience', withClaims({ aud: 'watchme' })],
  ['our audience among others', withClaims({ aud: ['other', 'watchme-api'] })],
  ['a claim of no meaning', withClaims({ admin: true })],
  ['a scope', withClaims({ scope: 'admin' })],
  ['__proto__ in the claims', forge(goodHeader, withText(goodClaims, ',"__proto__":{"admin":true}'))],
  ['a space in the claims', forge(goodHeader, JSON.stringify(goodClaims).replace(':', ': '))],
  ['claims that are a list', forge(goodHeader, '[]')],
  ['claims that are null', forge(goodHeader, 'null')],
  ['claims that are a text', forge(goodHeader, '"sub"')],
  ['claims that are no JSON', forge(goodHeader, 'sub')],
  ['empty claims', forge(goodHeader, '')],
  ['claims without members', forge(goodHeader, '{}')],
  ['claims that are a token', forge(goodHeader, good)],
];

const wrongTimes: [what: string, token: string][] = [
  ['ended this second', withClaims({ iat: now - 900, exp: now })],
  ['ended a second ago', withClaims({ iat: now - 901, exp: now - 1 })],
  ['ended long ago', withClaims({ iat: 0, exp: 900 })],
  ['issued 6 seconds ahead', withClaims({ iat: now + 6, exp: now + 900 })],
  ['issued in a year', withClaims({ iat: now + 31_536_000, exp: now + 31_536_900 })],
  ['good for a second more than 15 minutes', withClaims({ exp: now + 901 })],
  ['good for ever', withClaims({ exp: 253_402_300_799 })],
  ['issued in 1970 and good until tomorrow', withClaims({ iat: 0, exp: now + 86_400 })],
  ['ended before it was issued', withClaims({ iat: now + 5, exp: now + 4 })],
  ['exp of a fraction', withClaims({ exp: now + 0.5 })],
  ['iat of a fraction', withClaims({ iat: now - 0.5 })],
  ['exp as a text', withClaims({ exp: String(now + 900) })],
  ['iat as a text', withClaims({ iat: String(now) })],
  ['times in milliseconds', withClaims({ iat: now * 1000, exp: (now + 900) * 1000 })],
  ['exp that is negative', withClaims({ exp: -1 })],
  ['exp as 1e10', forge(goodHeader, JSON.stringify(goodClaims).replace(/"exp":\d+/, '"exp":1e10'))],
  ['exp past all numbers', forge(goodHeader, JSON.stringify(goodClaims).replace(/"exp":\d+/, '"exp":1e999'))],
  ['nbf in the future', withClaims({ nbf: now + 60 })],
  ['nbf in the past', withClaims({ nbf: now - 60 })],
];

/** The same bytes written otherwise: the spare bits of the last character. */
function otherSpelling(segment: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(segment.at(-1) ?? '');
  return `${segment.slice(0, -1)}${alphabet[last ^ 1]}`;
}

const flipped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;

const wrongForms: [what: string, token: string][] = [
  ['nothing', ''],
  ['dots', '..'],
  ['one segment', head],
  ['two segments', `${head}.${body}`],
  ['no signature', `${head}.${body}.`],
  ['no claims', `${head}..${signature}`],
  ['no header', `.${body}.${signature}`],
  ['four segments', `${good}.${signature}`],
  ['five segments, as encrypted ones have', `${good}.${signature}.${signature}`],
  ['a dot at the end', `${good}.`],
  ['a changed signature', `${head}.${body}.${flipped}`],
  ['half a signature', `${head}.${body}.${signature.slice(0, 21)}`],
  ['a signature with more behind', `${good}AAAA`],
  ['another spelling of the signature', `${head}.${body}.${otherSpelling(signature)}`],
  ['padding at the signature', `${good}=`],
  ['padding at the header', `${head}=.${body}.${signature}`],
  ['a signature in base64', `${head}.${body}.${Buffer.from(signature, 'base64url').toString('base64')}`],
  ['a signature in hex', `${head}.${body}.${Buffer.from(signature, 'base64url').toString('hex')}`],
  ['the claims of another', `${head}.${base64url(JSON.stringify({ ...goodClaims, sub: randomUUID() }))}.${signature}`],
  ['the session of another', `${head}.${base64url(JSON.stringify({ ...goodClaims, sid: randomUUID() }))}.${signature}`],
  ['a space before', ` ${good}`],
  ['a space behind', `${good} `],
  ['a line break behind', `${good}\n`],
  ['quotes', `"${good}"`],
  ['two tokens', `${good},${good}`],
  ['the scheme in it', `Bearer ${good}`],
  ['a refresh token', base64url(Buffer.alloc(48, 7))],
  ['a UUID', randomUUID()],
  ['JSON', JSON.stringify(goodClaims)],
  ['letters of other scripts', `${head}.${body}.ｅｙＪ`],
  ['a null character', `${good}\0`],
  ['more than 2,048 characters', forge(goodHeader, { ...goodClaims, jti: 'x'.repeat(2048) })],
  ['100,000 characters', `${head}.${'A'.repeat(100_000)}.${signature}`],
  ['100,000 dots', '.'.repeat(100_000)],
];

const forged = [...otherAlgorithms, ...wrongKeys, ...wrongHeaders, ...wrongClaims, ...wrongTimes, ...wrongForms];

describe('a bad access token is refused:', () => {
  test.each(forged)('%s', (_, token) => {
    expect(service.verify(token)).toBeNull();
  });

  test('each of more than a hundred, which all differ from the good one', () => {
    expect(new Set(forged.map(([, token]) => token)).size).toBeGreaterThan(150);
    expect(forged.map(([, token]) => token)).not.toContain(good);
  });
});

describe('a good access token', () => {
  test('names account and session', () => {
    expect(service.verify(service.sign(credentials).text)).toEqual(credentials);
  });

  test('of the form that the table of bad ones begins with is taken', () => {
    expect(service.verify(good)).toEqual(credentials);
  });

  test('has exactly the header and the claims that are written down', () => {
    const [header, claims] = service
      .sign(credentials)
      .text.split('.')
      .slice(0, 2)
      .map((segment) => JSON.parse(Buffer.from(segment, 'base64url').toString()) as object);
    expect(header).toEqual(goodHeader);
    expect(claims).toEqual({ ...goodClaims, jti: expect.stringMatching(/^[\da-f-]{36}$/) });
  });

  test('lasts 15 minutes to the second', () => {
    const { text, expiresAt } = service.sign(credentials);
    expect(expiresAt).toEqual(new Date((now + 900) * 1000));
    expect(serviceAt(now + 899).verify(text)).toEqual(credentials);
    expect(serviceAt(now + 900).verify(text)).toBeNull();
  });

  test('is another one each time', () => {
    expect(service.sign(credentials).text).not.toBe(service.sign(credentials).text);
  });

  test('may come from a machine whose clock is 5 seconds ahead', () => {
    const { text } = serviceAt(now + 5).sign(credentials);
    expect(service.verify(text)).toEqual(credentials);
    expect(serviceAt(now - 1).verify(text)).toBeNull();
  });

  test('holds while keys change, and no longer once the former key is left out', () => {
    const { text } = serviceAt(now, former, null).sign(credentials);
    expect(serviceAt(now, present, former).verify(text)).toEqual(credentials);
    expect(serviceAt(now, present, null).verify(text)).toBeNull();
  });

  test('is signed with the present key alone', () => {
    expect(serviceAt(now, present, null).verify(service.sign(credentials).text)).toEqual(credentials);
  });
});
