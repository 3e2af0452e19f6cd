import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** More than a pid file has. */
const limitBytes = 4096;

/**
 * The first 4 kB of a file that another user may have put there: no link is followed, no pipe is waited for, and no
 * size fills the memory.
 *
 * @throws Error of the system, such as ENOENT, or ELOOP for a link.
 */
export function readRegularFile(path: string): string {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    if (!fstatSync(file).isFile()) throw new Error(`${path} is no regular file.`);
    const bytes = Buffer.alloc(limitBytes);
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, limitBytes, 0));
  } finally {
    closeSync(file);
  }
}
