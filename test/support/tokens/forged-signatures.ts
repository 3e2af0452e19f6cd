import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { base64url, type ForgedToken, kidOf, type Pieces } from './forge.js';

/** Signed otherwise than by HS256, or not at all. */
export function otherAlgorithms({
  present,
  header,
  claims,
  forged,
  body,
  signature,
  withHeader,
}: Pieces): ForgedToken[] {
  const signedBy = (alg: string, { privateKey }: { privateKey: KeyObject }): string => {
    const signed = `${base64url(JSON.stringify({ ...header, alg }))}.${body}`;
    const hash = alg === 'EdDSA' ? null : 'sha256';
    return `${signed}.${sign(hash, Buffer.from(signed), privateKey).toString('base64url')}`;
  };
  const unsigned = (alg: unknown, last = ''): string =>
    `${base64url(JSON.stringify({ ...header, alg }))}.${body}.${last}`;
  return [
    ...['none', 'None', 'NONE', 'nOnE', '', null].flatMap((alg): ForgedToken[] => [
      [`alg ${alg} without a signature`, unsigned(alg)],
      [`alg ${alg} with the signature of the good one`, unsigned(alg, signature)],
      [`alg ${alg} signed all the same`, withHeader({ alg })],
    ]),
    ['HS384', forged({ ...header, alg: 'HS384' }, claims, present, 'sha384')],
    ['HS512', forged({ ...header, alg: 'HS512' }, claims, present, 'sha512')],
    ['HS256 that is HS512', forged(header, claims, present, 'sha512')],
    ['hs256', withHeader({ alg: 'hs256' })],
    ['HS256 with a space', withHeader({ alg: 'HS256 ' })],
    ['alg as a list', withHeader({ alg: ['HS256'] })],
    ['alg as a number', withHeader({ alg: 256 })],
    ['RS256', signedBy('RS256', generateKeyPairSync('rsa', { modulusLength: 2048 }))],
    ['ES256', signedBy('ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' }))],
    ['EdDSA', signedBy('EdDSA', generateKeyPairSync('ed25519'))],
    ['RS256 by HMAC', withHeader({ alg: 'RS256' })],
    ['PS256 by HMAC', withHeader({ alg: 'PS256' })],
    ['ES256 by HMAC', withHeader({ alg: 'ES256' })],
    ['A256GCM', withHeader({ alg: 'A256GCM' })],
  ];
}

/** Signed with a key that is not the one it names. */
export function wrongKeys({ former, header, claims, forged, withHeader }: Pieces): ForgedToken[] {
  return [
    ['another key', forged(header, claims, 'a key that is none of ours, 32 bytes')],
    ['an empty key', forged(header, claims, '')],
    ['a null key', forged(header, claims, '\0')],
    ['the kid as the key', forged(header, claims, header.kid)],
    ['the former key under the kid of the present one', forged(header, claims, former)],
    ['the present key under the kid of the former one', forged({ ...header, kid: kidOf(former) }, claims)],
    ['an unknown kid', withHeader({ kid: 'abcdefghijkl' })],
    ['the kid of a key that is no longer accepted', withHeader({ kid: kidOf('a key from long ago, of 32 bytes..') })],
    ['an empty kid', withHeader({ kid: '' })],
    ['a kid that is a path', withHeader({ kid: '../../dev/null' })],
    ['a kid that is SQL', withHeader({ kid: "' union select 'x" })],
    ['a kid that every object knows', withHeader({ kid: 'constructor' })],
    ['a kid that is a list', withHeader({ kid: [header.kid] })],
    ['a kid that is a number', withHeader({ kid: 0 })],
    ['a kid that is null', withHeader({ kid: null })],
  ];
}
