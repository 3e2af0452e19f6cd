import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import type { AttemptKey, AttemptOutcome } from '../../platform/attempts/attempt-key.js';
import { AttemptsService } from '../../platform/attempts/attempts.service.js';
import { DeviceTokens } from './device-tokens.service.js';

/** A guess that may be tried. */
export interface Guess {
  /** The device, if it has signed in to the account before. */
  readonly deviceId: Buffer | null;
  /** It was right: the row of guesses is over. */
  succeeded(): Promise<void>;
  /** It was not looked at: it counts nowhere. */
  notTried(): Promise<void>;
}

/** In a row; after them each guess waits. */
const freeTries = 10;
/** Of one address at all accounts together: many people may share one. */
const freeTriesOfClient = 30;

/** Bounds how often a password may be guessed, for each account, known or not, and each client. */
@Injectable()
export class LoginGuesses {
  constructor(
    private readonly attempts: AttemptsService,
    private readonly devices: DeviceTokens,
    private readonly config: AppConfig,
  ) {}

  /** Takes the place of a guess before it is tried. `userId` is null where the address has no account. */
  async reserve(
    email: string,
    userId: string | null,
    deviceToken: string | null | undefined,
    clientAddress: string,
  ): Promise<Guess | { readonly retryAfterSeconds: number }> {
    const deviceId = userId === null ? null : this.devices.read(deviceToken, userId);
    const account: AttemptKey =
      deviceId === null
        ? { scope: 'login-account', subject: email, freeTries }
        : { scope: 'login-device', subject: `${userId} ${deviceId.toString('base64url')}`, freeTries };
    const client: AttemptKey = { scope: 'login-client', subject: clientAddress, freeTries: freeTriesOfClient };
    const outcome = await this.attempts.tryOnce([account, client]);
    if (!outcome.allowed) return { retryAfterSeconds: outcome.retryAfterSeconds };
    return {
      deviceId,
      succeeded: async () => {
        await this.attempts.succeeded([account]);
        // Else an account of one's own would wipe out all failures at those of others.
        await this.attempts.giveBack([client]);
      },
      notTried: () => this.attempts.giveBack([account, client]),
    };
  }

  /** Each tells whether an address has an account, whatever comes of it. */
  reserveRegistration(clientAddress: string): Promise<AttemptOutcome> {
    const points = this.config.auth.registrationsPerHour;
    return this.attempts.takeOne({ scope: 'register-client', subject: clientAddress, points, windowSeconds: 3600 });
  }

  deviceTokenFor(userId: string, deviceId: Buffer | null): string {
    return this.devices.issue(userId, deviceId ?? undefined);
  }
}
