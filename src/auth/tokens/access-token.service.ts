import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { createSecretKey, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppConfig } from '../../config/app-config.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Credentials } from '../../platform/request/request-context.js';
import { type SigningKey, signingKeys } from './signing-keys.js';

export interface AccessToken {
  readonly text: string;
  readonly expiresAt: Date;
}

export interface VerifiedToken extends Credentials {
  /** In seconds since 1970. */
  readonly expiresAt: number;
}

/** A key with what signs and checks by it. */
interface AccessKey {
  readonly kid: string;
  readonly jwt: JwtService;
}

const issuer = 'watchme';
const audience = 'watchme-api';
const lifetimeSeconds = 15 * 60;
/** Clocks of machines differ a little. */
const leewaySeconds = 5;
const maxLength = 2048;

const headerSchema = z.strictObject({ alg: z.literal('HS256'), typ: z.literal('at+jwt'), kid: z.string() });
const uuid = z.string().regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
const payloadSchema = z.strictObject({
  sub: uuid,
  sid: uuid,
  jti: uuid,
  iss: z.literal(issuer),
  aud: z.literal(audience),
  iat: z.int(),
  exp: z.int(),
});

/**
 * Makes and checks access tokens (RFC 9068): JWTs by HS256 that last 15 minutes. What jsonwebtoken lets through, such as
 * `crit`, unknown members, missing claims or a time of issue to come, is refused here.
 */
@Injectable()
export class AccessTokenService {
  private readonly keys: readonly [AccessKey, ...AccessKey[]];

  constructor(
    private readonly clock: Clock,
    config: AppConfig,
  ) {
    const [present, ...former] = signingKeys(config.auth);
    this.keys = [accessKeyOf(present), ...former.map(accessKeyOf)];
  }

  sign({ userId, sessionId }: Credentials): AccessToken {
    const [{ kid, jwt }] = this.keys;
    const iat = this.seconds();
    const exp = iat + lifetimeSeconds;
    const payload = { sub: userId, sid: sessionId, jti: randomUUID(), iss: issuer, aud: audience, iat, exp };
    const text = jwt.sign(payload, { algorithm: 'HS256', header: { alg: 'HS256', typ: 'at+jwt', kid } });
    return { text, expiresAt: new Date(exp * 1000) };
  }

  /** Null for whatever is not a good token of ours. Whether its session still is, it can not say. */
  verify(token: string): VerifiedToken | null {
    const [header, payload, ...rest] = token.length > maxLength ? [] : token.split('.');
    if (header === undefined || payload === undefined || rest.length !== 1) return null;
    const kid = headerSchema.safeParse(readExactly(header)).data?.kid;
    const key = this.keys.find((candidate) => candidate.kid === kid);
    if (key === undefined || !this.isSigned(token, key)) return null;
    const claims = payloadSchema.safeParse(readExactly(payload)).data;
    if (claims === undefined || !this.isTimely(claims)) return null;
    return { userId: claims.sub, sessionId: claims.sid, expiresAt: claims.exp };
  }

  private isSigned(token: string, { jwt }: AccessKey): boolean {
    try {
      // The times are looked at by ourselves, by the injected clock.
      jwt.verify(token, { algorithms: ['HS256'], ignoreExpiration: true, ignoreNotBefore: true });
      return true;
    } catch {
      return false;
    }
  }

  private isTimely({ iat, exp }: { iat: number; exp: number }): boolean {
    const now = this.seconds();
    return iat <= now + leewaySeconds && exp > now && exp > iat && exp - iat <= lifetimeSeconds;
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}

function accessKeyOf({ kid, secret }: SigningKey): AccessKey {
  // As an object: jsonwebtoken would try at each token whether a text is a key of another kind.
  return { kid, jwt: new JwtService({ secret: createSecretKey(secret, 'utf8') }) };
}

/** The JSON of a segment, if it is written as we write it: padding, spaces and members given twice show. */
function readExactly(segment: string): unknown {
  const text = Buffer.from(segment, 'base64url').toString();
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text && Buffer.from(text).toString('base64url') === segment ? value : undefined;
  } catch {
    return undefined;
  }
}
