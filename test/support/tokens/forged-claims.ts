import { type ForgedToken, type Pieces, withText, without } from './forge.js';

const required = ['sub', 'sid', 'jti', 'iss', 'aud', 'iat', 'exp'] as const;

/** With more, less or something else in the claims. */
export function wrongClaims({ good, header, claims, forged, withClaims }: Pieces): ForgedToken[] {
  return [
    ...required.flatMap((name): ForgedToken[] => [
      [`no ${name}`, forged(header, without(claims, name))],
      [`a ${name} that is null`, withClaims({ [name]: null })],
      [`a ${name} in a list`, withClaims({ [name]: [claims[name]] })],
      [`a ${name} that is true`, withClaims({ [name]: true })],
      [`${name} twice`, forged(header, withText(claims, `,"${name}":${JSON.stringify(claims[name])}`))],
    ]),
    ...(['sub', 'sid', 'jti'] as const).flatMap((name): ForgedToken[] => [
      [`an empty ${name}`, withClaims({ [name]: '' })],
      [`a ${name} that is no UUID`, withClaims({ [name]: '1' })],
      [`a ${name} in capitals`, withClaims({ [name]: 'ABCDEF00-0000-4000-8000-000000000000' })],
      [`a ${name} with a line break`, withClaims({ [name]: `${claims[name]}\n` })],
      [`a ${name} with SQL`, withClaims({ [name]: `${claims[name]}' or '1'='1` })],
    ]),
    ['another issuer', withClaims({ iss: 'https://watchme.example' })],
    ['an issuer with a slash', withClaims({ iss: 'watchme/' })],
    ['another audience', withClaims({ aud: 'watchme' })],
    ['our audience among others', withClaims({ aud: ['other', 'watchme-api'] })],
    ['a claim of no meaning', withClaims({ admin: true })],
    ['a scope', withClaims({ scope: 'admin' })],
    ['__proto__ in the claims', forged(header, withText(claims, ',"__proto__":{"admin":true}'))],
    ['a space in the claims', forged(header, JSON.stringify(claims).replace(':', ': '))],
    ['claims that are a list', forged(header, '[]')],
    ['claims that are null', forged(header, 'null')],
    ['claims that are a text', forged(header, '"sub"')],
    ['claims that are no JSON', forged(header, 'sub')],
    ['empty claims', forged(header, '')],
    ['claims without members', forged(header, '{}')],
    ['claims that are a token', forged(header, good)],
  ];
}

/** Too old, too new, or good for too long. */
export function wrongTimes({ now, header, claims, forged, withClaims }: Pieces): ForgedToken[] {
  return [
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
    ['exp as 1e10', forged(header, JSON.stringify(claims).replace(/"exp":\d+/, '"exp":1e10'))],
    ['exp past all numbers', forged(header, JSON.stringify(claims).replace(/"exp":\d+/, '"exp":1e999'))],
    ['nbf in the future', withClaims({ nbf: now + 60 })],
    ['nbf in the past', withClaims({ nbf: now - 60 })],
  ];
}
