import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { signingSecret } from '../../config/value-schemas.js';

export function newSecret(): string {
  return randomBytes(48).toString('base64');
}

/**
 * The secret in a file, which is made if need be. Two who make it at the same time get the same one.
 *
 * @throws Error where the file can be neither read nor made, or does not hold a secret.
 */
export function keptSecret(path: string): string {
  const secret = read(path) ?? make(path);
  // An emptied file would else end the start.
  if (!signingSecret.safeParse(secret).success) throw new Error('it is too short');
  return secret;
}

function make(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${randomUUID()}`;
  try {
    writeFileSync(unfinished, newSecret(), { mode: 0o600, flag: 'wx' });
    linkSync(unfinished, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
  return readFileSync(path, 'utf8');
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
