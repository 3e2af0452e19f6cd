import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/**
 * The text of a file that another user may have put there: no link is followed, and no pipe is waited for.
 *
 * @throws Error of the system, such as ENOENT, or ELOOP for a link.
 */
export function readRegularFile(path: string): string {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    if (!fstatSync(file).isFile()) throw new Error(`${path} is no regular file.`);
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}
