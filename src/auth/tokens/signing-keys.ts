import { createHash, hkdfSync } from 'node:crypto';
import type { AppConfig } from '../../config/app-config.js';

/** A key that access tokens are signed with, and the name by which a token's header calls it. */
export interface SigningKey {
  readonly kid: string;
  readonly secret: string;
}

/** The key that signs, then the one before it, if it is still accepted. */
export function signingKeys({
  jwtSecret,
  previousJwtSecret,
}: AppConfig['auth']): readonly [SigningKey, ...SigningKey[]] {
  const present = { kid: kidOf(jwtSecret), secret: jwtSecret };
  if (previousJwtSecret === undefined) return [present];
  return [present, { kid: kidOf(previousJwtSecret), secret: previousJwtSecret }];
}

/** Keys for another purpose, one a signing key in their order: none of them tells anything of the others. */
export function derivedKeys(auth: AppConfig['auth'], purpose: string): readonly [Buffer, ...Buffer[]] {
  const [present, ...previous] = signingKeys(auth);
  const derive = ({ secret }: SigningKey): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', `watchme ${purpose}`, 32));
  return [derive(present), ...previous.map(derive)];
}

function kidOf(secret: string): string {
  return createHash('sha256').update(`kid ${secret}`).digest('base64url').slice(0, 12);
}
