import { createHmac, randomUUID } from 'node:crypto';
import { signingKeys } from '../../../src/auth/tokens/signing-keys.js';
import type { AppConfig } from '../../../src/config/app-config.js';

/** What tokens are forged around: the keys of a server, its time, and somebody who is signed in there. */
export interface Surroundings {
  readonly present: string;
  readonly former: string;
  /** Seconds since 1970. */
  readonly now: number;
  readonly credentials: { readonly userId: string; readonly sessionId: string };
}

export const base64url = (text: string | Buffer): string => Buffer.from(text).toString('base64url');

const jsonOf = (part: object | string): string => (typeof part === 'string' ? part : JSON.stringify(part));

/** A token of any header and claims, objects or JSON, signed with HMAC by whatever key. */
function forge(header: object | string, claims: object | string, key: string | Buffer, hash = 'sha256'): string {
  const signed = `${base64url(jsonOf(header))}.${base64url(jsonOf(claims))}`;
  return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`;
}

export function kidOf(jwtSecret: string): string {
  return signingKeys({ jwtSecret, previousJwtSecret: undefined } as AppConfig['auth'])[0].kid;
}

/** Header and claims of a token that is good. */
function goodParts({ present, now, credentials }: Surroundings) {
  return {
    header: { alg: 'HS256', typ: 'at+jwt', kid: kidOf(present) },
    claims: {
      sub: credentials.userId,
      sid: credentials.sessionId,
      jti: randomUUID(),
      iss: 'watchme',
      aud: 'watchme-api',
      iat: now,
      exp: now + 900,
    },
  };
}

export const without = (part: object, name: string): object =>
  Object.fromEntries(Object.entries(part).filter(([key]) => key !== name));

/** What the tables of forged tokens are made of. */
export type Pieces = ReturnType<typeof piecesOf>;

export function piecesOf(surroundings: Surroundings) {
  const { present, former, now } = surroundings;
  const { header, claims } = goodParts(surroundings);
  const forged = (head: object | string, body: object | string, key: string | Buffer = present, hash = 'sha256') =>
    forge(head, body, key, hash);
  const good = forged(header, claims);
  const [head = '', body = '', signature = ''] = good.split('.');
  return {
    present,
    former,
    now,
    header,
    claims,
    forged,
    good,
    head,
    body,
    signature,
    withHeader: (changes: object): string => forged({ ...header, ...changes }, claims),
    withClaims: (changes: object): string => forged(header, { ...claims, ...changes }),
  };
}

/** What is wrong with it, and the token. */
export type ForgedToken = readonly [what: string, token: string];

/** The JSON of a part with more text before its end, such as a member given twice. */
export const withText = (part: object, text: string): string => `${JSON.stringify(part).slice(0, -1)}${text}}`;
