import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import { bareHost } from '../tls/bare-host.js';

export interface DatabaseConnection {
  /** Without what `ssl` says. */
  readonly connectionString: string;
  /** False: in plain text. */
  readonly ssl: false | ConnectionOptions;
}

/**
 * How to connect to a database by its address. With an `sslmode` other than `disable` its certificate has to be good for
 * the host, and signed by somebody Node trusts, or by `sslrootcert`, which is a file.
 *
 * @throws the error of reading that file.
 */
export function databaseConnection(url: string): DatabaseConnection {
  const address = new URL(url);
  const { searchParams } = address;
  const mode = searchParams.get('sslmode');
  if (mode === null) return { connectionString: url, ssl: false };
  const authority = searchParams.get('sslrootcert');
  searchParams.delete('sslmode');
  searchParams.delete('sslrootcert');
  const connectionString = address.href;
  if (mode === 'disable') return { connectionString, ssl: false };
  const ssl = {
    // Said, or pg would look for the name `localhost` in the certificate of a host that is given by its number.
    host: bareHost(address),
    // Said, or NODE_TLS_REJECT_UNAUTHORIZED could turn it off.
    rejectUnauthorized: true,
    ...(authority !== null && { ca: readFileSync(authority, 'utf8') }),
  };
  return { connectionString, ssl };
}
