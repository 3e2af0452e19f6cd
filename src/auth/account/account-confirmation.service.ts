import { Injectable } from '@nestjs/common';
import { AttemptsService } from '../../platform/attempts/attempts.service.js';
import type { UserEntity } from '../../users/user.entity.js';
import type { InvalidCredentialsError, TooManyAttemptsError } from '../auth.errors.js';
import { tooManyAttempts, wrongPassword } from '../auth.results.js';
import { HashingBusyError, longestPassword, PasswordHasher } from '../passwords/password-hasher.js';

/** In a row; after them each guess waits. */
const freeTries = 10;

/** Asks for the password of somebody signed in, so that a device left open is not the whole account. */
@Injectable()
export class AccountConfirmation {
  constructor(
    private readonly attempts: AttemptsService,
    private readonly hasher: PasswordHasher,
  ) {}

  /** Null when it is right. `field`: where in the input it was. */
  async refusal(
    user: Pick<UserEntity, 'id' | 'passwordHash'>,
    password: string,
    field: string,
  ): Promise<InvalidCredentialsError | TooManyAttemptsError | null> {
    const keys = [{ scope: 'confirm-account', subject: user.id, freeTries }];
    const outcome = await this.attempts.tryOnce(keys);
    if (!outcome.allowed) return tooManyAttempts(outcome.retryAfterSeconds);
    if (password.length > longestPassword) return wrongPassword(field);
    try {
      if (!(await this.hasher.verify(user.passwordHash, password))) return wrongPassword(field);
    } catch (error) {
      if (!(error instanceof HashingBusyError)) throw error;
      // It was not looked at, and counts as nothing.
      await this.attempts.giveBack(keys);
      return tooManyAttempts(error.retryAfterSeconds);
    }
    await this.attempts.succeeded(keys);
    return null;
  }
}
