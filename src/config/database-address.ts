import { address, areCredentialsDecodable } from './value-schemas.js';

/** All but the first are checked in full. */
const usableModes: ReadonlySet<string> = new Set(['disable', 'prefer', 'require', 'verify-ca', 'verify-full']);

/** What pg can read: a host and the name of a database at least. What it says of TLS is either plain or checked in full. */
export const databaseAddress = address('postgres:', 'postgresql:')
  .refine((text) => areCredentialsDecodable(new URL(text)), {
    message: 'is an address whose user or password has a `%` that begins no escape (`%` itself is `%25`)',
  })
  .refine((text) => /^\/[^/]+$/.test(new URL(text).pathname), {
    message: 'is an address whose path is not the name of a database, such as `/watchme`',
  })
  .refine((text) => modesOf(text).every((mode) => usableModes.has(mode)) && modesOf(text).length < 2, {
    message: 'has an `sslmode` that does not say whether TLS is used and checked: that is `verify-full`, or `disable`',
  })
  .refine((text) => otherTlsSettings(text).length === 0, {
    message: 'says something of TLS beside `sslmode` and `sslrootcert`',
  })
  .refine((text) => hasTls(text) || !new URL(text).searchParams.has('sslrootcert'), {
    message: 'has an `sslrootcert` that is of no use without `sslmode=verify-full`',
  });

function modesOf(text: string): string[] {
  return new URL(text).searchParams.getAll('sslmode');
}

function hasTls(text: string): boolean {
  return modesOf(text).some((mode) => mode !== 'disable');
}

/** pg has several that make it trust anybody, such as `ssl=no-verify`. */
function otherTlsSettings(text: string): string[] {
  const names = [...new URL(text).searchParams.keys()];
  return names.filter((name) => /^(ssl|uselibpqcompat)/i.test(name) && name !== 'sslmode' && name !== 'sslrootcert');
}
