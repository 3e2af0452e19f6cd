import { Injectable } from '@nestjs/common';
import { AttemptsService } from '../../platform/attempts/attempts.service.js';
import { UserEntity } from '../../users/user.entity.js';
import type { InvalidCredentialsError, TooManyAttemptsError } from '../auth.errors.js';
import { invalidCredentials, tooManyAttempts } from '../auth.results.js';
import { HashingBusyError, PasswordHasher } from '../passwords/password-hasher.js';

const freeTries = 10;

/** The password of somebody who is signed in: whoever found a device unlocked must not guess it either. */
@Injectable()
export class AccountPasswords {
  constructor(
    private readonly attempts: AttemptsService,
    private readonly hasher: PasswordHasher,
  ) {}

  /** Null when it is right. */
  async refusal(user: UserEntity, password: string): Promise<InvalidCredentialsError | TooManyAttemptsError | null> {
    const keys = [{ scope: 'confirm-account', subject: user.id, freeTries }];
    const outcome = await this.attempts.tryOnce(keys);
    if (!outcome.allowed) return tooManyAttempts(outcome.retryAfterSeconds);
    try {
      if (!(await this.hasher.verify(user.passwordHash, password))) return invalidCredentials();
    } catch (error) {
      if (error instanceof HashingBusyError) return tooManyAttempts(error.retryAfterSeconds);
      throw error;
    }
    await this.attempts.succeeded(keys);
    return null;
  }

  /** Undefined while too many are being hashed, with what to answer then. */
  async hash(password: string): Promise<string | TooManyAttemptsError> {
    try {
      return await this.hasher.hash(password);
    } catch (error) {
      if (error instanceof HashingBusyError) return tooManyAttempts(error.retryAfterSeconds);
      throw error;
    }
  }
}
