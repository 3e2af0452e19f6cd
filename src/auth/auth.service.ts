import { Injectable } from '@nestjs/common';
import { UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { Database } from '../platform/database/database.service.js';
import type { InvalidInput } from '../platform/input/input-issues.js';
import { normaliseEmail } from '../users/email-address.js';
import { UserEntity } from '../users/user.entity.js';
import type { EmailTakenError, InvalidCredentialsError, TooManyAttemptsError } from './auth.errors.js';
import { emailTaken, invalidCredentials, type PasswordRefusal, tooManyAttempts } from './auth.results.js';
import { LoginGuesses } from './guessing/login-guesses.service.js';
import { HashingBusyError, PasswordHasher } from './passwords/password-hasher.js';
import { type Registration, RegistrationRules } from './registration-rules.service.js';
import { type OpenSession, SessionsService } from './sessions/sessions.service.js';

/** Where a request comes from, as far as signing in looks at it. */
export interface Client {
  readonly address: string;
  readonly userAgent: string | undefined;
}

export interface SignedIn extends OpenSession {
  readonly __typename: 'SignedIn';
  readonly user: UserEntity;
  readonly deviceToken: string | null;
}

export interface Login extends Registration {
  readonly deviceToken?: string | null | undefined;
}

/** Whatever is longer is no password; hashing it would cost more than it says. */
const passwordLength = 1000;

/** Lets people in: new ones by `register`, others by `login`. */
@Injectable()
export class AuthService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly hasher: PasswordHasher,
    private readonly guesses: LoginGuesses,
    private readonly rules: RegistrationRules,
  ) {}

  async register(
    registration: Registration,
    client: Client,
  ): Promise<SignedIn | EmailTakenError | PasswordRefusal | TooManyAttemptsError> {
    const checked = await this.rules.check(registration);
    if ('__typename' in checked) return checked;
    try {
      const passwordHash = await this.hasher.hash(registration.password);
      const user = this.rules.newUser(checked.email, passwordHash);
      const open = await this.database.write(async (em) => {
        await em.insert(UserEntity, user);
        return this.sessions.start(em, user.id, client.userAgent);
      });
      return { __typename: 'SignedIn', user, ...open, deviceToken: this.guesses.deviceTokenFor(user.id, null) };
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException) return emailTaken();
      if (error instanceof HashingBusyError) return tooManyAttempts(error.retryAfterSeconds);
      throw error;
    }
  }

  async login(
    login: Login,
    client: Client,
  ): Promise<SignedIn | InvalidCredentialsError | InvalidInput | TooManyAttemptsError> {
    const email = normaliseEmail(login.email);
    if (email === null || login.password.length > passwordLength) return invalidCredentials();
    const user = await this.database.read((em) => em.findOne(UserEntity, { email }));
    const guess = await this.guesses.reserve(email, user?.id ?? null, login.deviceToken, client.address);
    if ('retryAfterSeconds' in guess) return tooManyAttempts(guess.retryAfterSeconds);
    try {
      const isRight = await this.hasher.verify(user?.passwordHash ?? null, login.password);
      if (user === null || !isRight) return invalidCredentials();
      await guess.succeeded();
      const open = await this.open(user, login.password, client);
      return {
        __typename: 'SignedIn',
        user,
        ...open,
        deviceToken: this.guesses.deviceTokenFor(user.id, guess.deviceId),
      };
    } catch (error) {
      if (error instanceof HashingBusyError) return tooManyAttempts(error.retryAfterSeconds);
      throw error;
    }
  }

  /** Hashes anew what was hashed with less effort than is asked for today. */
  private async open(user: UserEntity, password: string, client: Client): Promise<OpenSession> {
    const passwordHash = this.hasher.needsRehash(user.passwordHash) ? await this.hasher.hash(password) : null;
    return this.database.write(async (em) => {
      if (passwordHash !== null) {
        // Only in place of the hash that was looked at: the password may have been changed meanwhile.
        await em.nativeUpdate(UserEntity, { id: user.id, passwordHash: user.passwordHash }, { passwordHash });
      }
      return this.sessions.start(em, user.id, client.userAgent);
    });
  }
}
