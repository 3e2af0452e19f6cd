import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Clock } from '../platform/clock/clock.js';
import { InputIssues } from '../platform/input/input-issues.js';
import { normaliseEmail } from '../users/email-address.js';
import type { UserEntity } from '../users/user.entity.js';
import type { PasswordRefusal } from './auth.results.js';
import { PasswordRules, refusalOf } from './passwords/password-rules.service.js';

export interface Registration {
  readonly email: string;
  readonly password: string;
}

/** What an account has to be made of. */
@Injectable()
export class RegistrationRules {
  constructor(
    private readonly passwords: PasswordRules,
    private readonly clock: Clock,
  ) {}

  /** The address in its normal form, or all that is wrong. */
  async check({ email, password }: Registration): Promise<{ readonly email: string } | PasswordRefusal> {
    const issues = new InputIssues();
    const normal =
      normaliseEmail(email) ?? issues.add('email', 'INVALID', 'This is no address of mail, such as ana@example.com.');
    await this.passwords.check(issues, 'password', password, { email: normal ?? '' });
    return refusalOf(issues) ?? { email: normal ?? '' };
  }

  newUser(email: string, passwordHash: string): Omit<UserEntity, symbol> {
    return {
      id: randomUUID(),
      email,
      passwordHash,
      displayName: null,
      locale: null,
      region: null,
      emailVerifiedAt: null,
      createdAt: this.clock.now(),
    };
  }
}
