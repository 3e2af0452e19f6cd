import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.service.js';
import { UserEntity } from '../../../users/user.entity.js';
import type { InvalidTokenError, TooManyAttemptsError } from '../../auth.errors.js';
import { invalidToken, type PasswordRefusal } from '../../auth.results.js';
import { OneTimeTokens, type TokenGrant } from '../../one-time-tokens/one-time-tokens.service.js';
import { PasswordRules } from '../../passwords/password-rules.service.js';
import { PasswordReplacement } from './password-replacement.service.js';

export interface PasswordReset {
  readonly __typename: 'PasswordReset';
  readonly userId: string;
  readonly endedSessions: number;
}

/** Somebody who has a token takes a new password, without the old one. */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tokens: OneTimeTokens,
    private readonly rules: PasswordRules,
    private readonly replacement: PasswordReplacement,
  ) {}

  /**
   * A password that is refused does not use the token up. All sessions end and none begins: a link may have been opened
   * where nobody means to stay signed in, and the new password is tried where it is fresh in mind.
   */
  async reset(
    token: string,
    newPassword: string,
  ): Promise<PasswordReset | InvalidTokenError | PasswordRefusal | TooManyAttemptsError> {
    // Only who has a good token gets us to judge and hash.
    const owner = await this.database.read(async (em) => {
      const grant = await this.tokens.find(em, token, 'PASSWORD_RESET');
      return grant && em.findOne(UserEntity, { id: grant.userId });
    });
    if (owner === null) return invalidToken();
    const refusal = await this.rules.refusal(newPassword, 'newPassword', owner);
    if (refusal !== null) return refusal;
    const hashed = await this.replacement.hash(newPassword);
    if ('__typename' in hashed) return hashed;
    const reset = await this.database.write((em) => this.apply(em, token, hashed.passwordHash));
    if (reset === null) return invalidToken();
    this.replacement.notify(owner);
    return reset;
  }

  private async apply(em: EntityManager, token: string, passwordHash: string): Promise<PasswordReset | null> {
    const grant = await this.tokens.redeem(em, token, 'PASSWORD_RESET');
    if (grant === null) return null;
    const replaced = await this.replacement.replace(em, grant.userId, passwordHash);
    if (replaced === null) return null;
    await this.noteMail(em, grant);
    return { __typename: 'PasswordReset', userId: grant.userId, ...replaced };
  }

  /** A token that came by mail shows that its user gets mail there, as a verification does. */
  private async noteMail(em: EntityManager, { userId, channel }: TokenGrant): Promise<void> {
    if (channel !== 'MAIL') return;
    await em.nativeUpdate(UserEntity, { id: userId, emailVerifiedAt: null }, { emailVerifiedAt: this.clock.now() });
  }
}
