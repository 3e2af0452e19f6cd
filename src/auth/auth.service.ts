import { Injectable } from '@nestjs/common';
import { type EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Database } from '../platform/database/database.service.js';
import { normaliseEmail } from '../users/email-address.js';
import { UserEntity } from '../users/user.entity.js';
import { AccountLookup } from './account-lookup.service.js';
import { EmailVerification } from './account/email/email-verification.service.js';
import type { EmailTakenError, InvalidCredentialsError, TooManyAttemptsError } from './auth.errors.js';
import { emailTaken, invalidCredentials, type PasswordRefusal, tooManyAttempts } from './auth.results.js';
import { Figures } from '../platform/telemetry/figures.js';
import { LoginGuesses } from './guessing/login-guesses.service.js';
import { HashingBusyError, longestPassword, PasswordHasher } from './passwords/password-hasher.js';
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

/** Lets people in: new ones by `register`, others by `login`. */
@Injectable()
export class AuthService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountLookup,
    private readonly sessions: SessionsService,
    private readonly hasher: PasswordHasher,
    private readonly guesses: LoginGuesses,
    private readonly rules: RegistrationRules,
    private readonly verification: EmailVerification,
    private readonly figures: Figures,
  ) {}

  async register(
    registration: Registration,
    client: Client,
  ): Promise<SignedIn | EmailTakenError | PasswordRefusal | TooManyAttemptsError> {
    // Before the password is judged, which takes time of the only thread.
    const place = await this.guesses.reserveRegistration(client.address);
    if (!place.allowed) return tooManyAttempts(place.retryAfterSeconds);
    const checked = await this.rules.check(registration);
    if ('__typename' in checked) return checked;
    try {
      const passwordHash = await this.hasher.hash(registration.password);
      const user = this.rules.newUser(checked.email, passwordHash);
      const open = await this.database.write(async (em) => {
        await em.insert(UserEntity, user);
        return this.sessions.start(em, user.id, client.userAgent);
      });
      await this.verification.sendTo(user, client.address);
      return { __typename: 'SignedIn', user, ...open, deviceToken: this.guesses.deviceTokenFor(user.id, null) };
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException) return emailTaken();
      if (error instanceof HashingBusyError) return tooManyAttempts(error.retryAfterSeconds);
      throw error;
    }
  }

  async login(login: Login, client: Client): Promise<SignedIn | InvalidCredentialsError | TooManyAttemptsError> {
    const email = normaliseEmail(login.email);
    if (email === null || login.password.length > longestPassword) return invalidCredentials();
    const user = await this.accounts.find(email);
    const guess = await this.guesses.reserve(email, user?.id ?? null, login.deviceToken, client.address);
    if ('retryAfterSeconds' in guess) return tooManyAttempts(guess.retryAfterSeconds);
    try {
      const isRight = await this.hasher.verify(user?.passwordHash ?? null, login.password);
      if (user === null || !isRight) {
        this.figures.noteFailedLogin();
        return invalidCredentials();
      }
      const open = await this.open(user, login.password, client);
      if (open === null) return invalidCredentials();
      await guess.succeeded();
      const deviceToken = this.guesses.deviceTokenFor(user.id, guess.deviceId);
      return { __typename: 'SignedIn', ...open, deviceToken };
    } catch (error) {
      if (!(error instanceof HashingBusyError)) throw error;
      await guess.notTried();
      return tooManyAttempts(error.retryAfterSeconds);
    }
  }

  /**
   * Hashes anew what was hashed with less effort than is asked for today. Null where the password was changed since it
   * was looked at: that has ended all sessions, and none may begin by the former one after it.
   */
  private async open(
    user: UserEntity,
    password: string,
    client: Client,
    isLastTry = false,
  ): Promise<(OpenSession & { user: UserEntity }) | null> {
    const passwordHash = this.hasher.needsRehash(user.passwordHash) ? await this.hasher.hash(password) : null;
    const open = await this.database.write(async (em) => {
      if (!(await lockUnchanged(em, user))) return null;
      if (passwordHash !== null) await em.nativeUpdate(UserEntity, { id: user.id }, { passwordHash });
      return this.sessions.start(em, user.id, client.userAgent);
    });
    if (open !== null) return { ...open, user };
    const present = isLastTry ? null : await this.database.read((em) => em.findOne(UserEntity, { id: user.id }));
    // It may merely have been hashed anew, by another sign-in at the same moment.
    if (present === null || !(await this.hasher.verify(present.passwordHash, password))) return null;
    return this.open(present, password, client, true);
  }
}

/** Holds changes of the password up until the end of the transaction; false where it was changed, or the account is gone. */
async function lockUnchanged(em: EntityManager, { id, passwordHash }: UserEntity): Promise<boolean> {
  const { rows } = await sql`
    select 1 from users where id = ${id} and password_hash = ${passwordHash} for no key update
  `.execute(em.getKysely());
  return rows.length > 0;
}
