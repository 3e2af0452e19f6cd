import { base64url, type ForgedToken, type Pieces, withText, without } from './forge.js';

/** With more, less or something else in the header. */
export function wrongHeaders({ present, now, header, claims, forged, withHeader }: Pieces): ForgedToken[] {
  return [
    ...['alg', 'typ', 'kid'].map((name): ForgedToken => [`no ${name}`, forged(without(header, name), claims)]),
    ...['JWT', 'jwt', 'AT+JWT', 'application/at+jwt', 'dpop+jwt', 'rt+jwt', '', null].map((typ): ForgedToken => [
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
    ['__proto__ in the header', forged(withText(header, ',"__proto__":{}'), claims)],
    ['alg twice', forged(withText(header, ',"alg":"HS256"'), claims)],
    ['kid twice', forged(withText(header, `,"kid":"${header.kid}"`), claims)],
    ['alg none, then HS256', forged(`{"alg":"none",${JSON.stringify(header).slice(1)}`, claims)],
    ['alg in an escape', forged(JSON.stringify(header).replace('HS256', String.raw`\u0048S256`), claims)],
    ['a space in the header', forged(JSON.stringify(header).replace(':', ': '), claims)],
    ['a header that is a list', forged('[]', claims)],
    ['a header that is null', forged('null', claims)],
    ['a header that is a text', forged('"HS256"', claims)],
    ['a header that is no JSON', forged('{alg:HS256}', claims)],
    ['an empty header', forged('', claims)],
    ['a header without members', forged('{}', claims)],
  ];
}
