import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { InputIssues, type IssueCode } from '../../platform/input/input-issues.js';
import { type PasswordRefusal, passwordTooWeak } from '../auth.results.js';
import { passwordIssue } from './password-policy.js';

/** Whose password it becomes. */
export interface PasswordOwner {
  readonly email: string;
  readonly displayName?: string | null;
}

/** The rules for passwords, as faults of an input. */
@Injectable()
export class PasswordRules {
  constructor(private readonly config: AppConfig) {}

  /** Adds what is wrong with the password of a field. */
  async check(issues: InputIssues, field: string, password: string, owner: PasswordOwner): Promise<void> {
    const { passwordMinLength } = this.config.auth;
    const weakness = await passwordIssue(password, { minLength: passwordMinLength, ...owner });
    if (weakness !== null) issues.add(field, issueCodeOf(weakness.code), weakness.message);
  }

  /** Where the password is all that can be wrong. Null when it is not. */
  async refusal(password: string, field: string, owner: PasswordOwner): Promise<PasswordRefusal | null> {
    const issues = new InputIssues();
    await this.check(issues, field, password, owner);
    return refusalOf(issues);
  }
}

/** An input whose one fault is a weak password gets an error of its own. */
export function refusalOf(issues: InputIssues): PasswordRefusal | null {
  const [only, ...others] = issues.all;
  return only?.code === 'TOO_WEAK' && others.length === 0 ? passwordTooWeak(only) : issues.toError();
}

function issueCodeOf(code: string): IssueCode {
  return code === 'TOO_SHORT' || code === 'TOO_LONG' ? code : 'TOO_WEAK';
}
