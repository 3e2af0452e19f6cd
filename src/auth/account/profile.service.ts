import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.service.js';
import { InputIssues, type InvalidInput } from '../../platform/input/input-issues.js';
import { parseLocaleChain } from '../../platform/locale/locale.js';
import { UserEntity } from '../../users/user.entity.js';
import { UnauthenticatedError } from '../../platform/graphql/access/unauthenticated.error.js';

/** What is left out stays; null takes it away. */
export interface ProfileChange {
  readonly displayName?: string | null | undefined;
  readonly defaultLocale?: string | null | undefined;
  readonly defaultRegion?: string | null | undefined;
}

const nameLength = 50;

/** What people say of themselves. */
@Injectable()
export class ProfileService {
  constructor(private readonly database: Database) {}

  async update(user: UserEntity, change: ProfileChange): Promise<UserEntity | InvalidInput> {
    const issues = new InputIssues();
    const changed = {
      ...(change.displayName !== undefined && { displayName: nameOf(change.displayName, issues) }),
      ...(change.defaultLocale !== undefined && { locale: localeOf(change.defaultLocale, issues) }),
      ...(change.defaultRegion !== undefined && { region: regionOf(change.defaultRegion, issues) }),
    };
    const invalid = issues.toError();
    if (invalid !== null) return invalid;
    const saved = await this.database.writeRepeatable(async (em) => {
      if (Object.keys(changed).length > 0) await em.nativeUpdate(UserEntity, { id: user.id }, changed);
      return em.findOne(UserEntity, { id: user.id });
    });
    // Deleted since the token was looked at.
    if (saved === null) throw new UnauthenticatedError();
    return saved;
  }
}

function nameOf(text: string | null, issues: InputIssues): string | null {
  if (text === null) return null;
  const name = text.normalize('NFC').trim();
  if (/[\p{Cc}\p{Cf}]/u.test(name)) return issues.add('displayName', 'INVALID', 'It has characters that do not show.');
  const { length } = Array.from(name);
  if (length < 1) return issues.add('displayName', 'TOO_SHORT', 'It is empty; leave it away with null.');
  if (length > nameLength)
    return issues.add('displayName', 'TOO_LONG', `It has ${length} characters; ${nameLength} are allowed.`);
  return name;
}

function localeOf(text: string | null, issues: InputIssues): string | null {
  if (text === null) return null;
  const locales = parseLocaleChain(text);
  return locales?.length === 1 && locales[0] !== undefined
    ? locales[0]
    : issues.add('defaultLocale', 'INVALID', 'This is no language tag, such as pt-BR.');
}

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Codes of ISO 3166-1 that are given out; ZZ stands for no country. */
function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && code !== 'ZZ' && countryNames.of(code) !== undefined;
}

function regionOf(text: string | null, issues: InputIssues): string | null {
  if (text === null) return null;
  const code = text.toUpperCase();
  return isCountry(code)
    ? code
    : issues.add('defaultRegion', 'INVALID', 'This is no country code of two letters, such as BR.');
}
