import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.service.js';
import { InputIssues } from '../../../platform/input/input-issues.js';
import type { UserEntity } from '../../../users/user.entity.js';
import type { InvalidCredentialsError, TooManyAttemptsError } from '../../auth.errors.js';
import { type PasswordRefusal, wrongPassword } from '../../auth.results.js';
import { PasswordRules } from '../../passwords/password-rules.service.js';
import { type OpenSession, SessionsService } from '../../sessions/sessions.service.js';
import { AccountConfirmation } from '../account-confirmation.service.js';
import { PasswordReplacement } from './password-replacement.service.js';

export interface PasswordChanged extends OpenSession {
  readonly __typename: 'PasswordChanged';
}

/** Somebody signed in, who knows their password, takes another. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly database: Database,
    private readonly confirmation: AccountConfirmation,
    private readonly rules: PasswordRules,
    private readonly replacement: PasswordReplacement,
    private readonly sessions: SessionsService,
  ) {}

  /** All sessions end; one begins, for the client that did it. */
  async change(
    user: UserEntity,
    { currentPassword, newPassword }: { readonly currentPassword: string; readonly newPassword: string },
    userAgent: string | undefined,
  ): Promise<PasswordChanged | InvalidCredentialsError | PasswordRefusal | TooManyAttemptsError> {
    // The guess first: judging takes time of the only thread, and is for owners alone.
    const refusal =
      (await this.confirmation.refusal(user, currentPassword, 'currentPassword')) ??
      (await this.rules.refusal(newPassword, 'newPassword', user)) ??
      sameAgain(currentPassword, newPassword);
    if (refusal !== null) return refusal;
    const hashed = await this.replacement.hash(newPassword);
    if ('__typename' in hashed) return hashed;
    const open = await this.database.write(async (em) => {
      const replaced = await this.replacement.replace(em, user.id, hashed.passwordHash, user.passwordHash);
      return replaced && this.sessions.start(em, user.id, userAgent);
    });
    // Changed by another request meanwhile.
    if (open === null) return wrongPassword('currentPassword');
    this.replacement.notify(user);
    return { __typename: 'PasswordChanged', ...open };
  }
}

function sameAgain(current: string, next: string): PasswordRefusal | null {
  if (current.normalize('NFKC') !== next.normalize('NFKC')) return null;
  const issues = new InputIssues();
  issues.add('newPassword', 'INVALID', 'This is the password that you have already.');
  return issues.toError();
}
