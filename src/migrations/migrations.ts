import { AccountsAndLibrary } from './2026-11-25-accounts-and-library.js';

/** All migrations, oldest first. Once released, one is never changed: another follows it. */
export const migrations = [AccountsAndLibrary];
