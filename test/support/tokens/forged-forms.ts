import { randomUUID } from 'node:crypto';
import { base64url, type ForgedToken, type Pieces } from './forge.js';

/** Not of the form of a token of ours. */
export function wrongForms({ header, claims, forged, good, head, body, signature }: Pieces): ForgedToken[] {
  const flipped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
  return [
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
    ['the claims of another', `${head}.${base64url(JSON.stringify({ ...claims, sub: randomUUID() }))}.${signature}`],
    ['the session of another', `${head}.${base64url(JSON.stringify({ ...claims, sid: randomUUID() }))}.${signature}`],
    ['a space before', ` ${good}`],
    ['a space behind', `${good} `],
    ['a line break behind', `${good}\n`],
    ['quotes', `"${good}"`],
    ['two tokens', `${good},${good}`],
    ['the scheme in it', `Bearer ${good}`],
    ['a refresh token', base64url(Buffer.alloc(48, 7))],
    ['a UUID', randomUUID()],
    ['JSON', JSON.stringify(claims)],
    ['letters of other scripts', `${head}.${body}.ｅｙＪ`],
    ['a null character', `${good}\0`],
    ['more than 2,048 characters', forged(header, { ...claims, jti: 'x'.repeat(2048) })],
    ['100,000 characters', `${head}.${'A'.repeat(100_000)}.${signature}`],
    ['100,000 dots', '.'.repeat(100_000)],
  ];
}

/** The same bytes written otherwise: the spare bits of the last character. */
function otherSpelling(segment: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(segment.at(-1) ?? '');
  return `${segment.slice(0, -1)}${alphabet[last ^ 1]}`;
}
