/** What an error of PostgreSQL or its driver means. */
export type DatabaseFault =
  /** There is no connection: nothing that follows would fare better. */
  | 'DISCONNECTED'
  /** It does not let us in, or is not what we trust: nothing fares better until an operator mends it. */
  | 'REFUSED'
  /** The statement was given up, or lost a race; others may do well. */
  | 'GIVEN_UP'
  /** Not a trouble of the database: a broken constraint, or a fault of ours. */
  | 'OTHER';

/** https://www.postgresql.org/docs/18/errcodes-appendix.html; 57P are shutdowns and crashes, 08 connections. */
const disconnectedStates = /^(08...|57P0[1-5]|53300)$/;
/** Wrong users and passwords; no such database. */
const refusedStates = /^(28...|3D000)$/;
/** Of OpenSSL and Node: what is wrong with a certificate, or with TLS itself. */
const tlsCodes = /^(CERT_|CRL_|DEPTH_ZERO_|ERR_SSL_|ERR_TLS_|INVALID_CA|SELF_SIGNED_|UNABLE_TO_)/;
const refusedWords = /^The server does not support SSL connections/;
const givenUpStates = /^(57014|55P03|40001|40P01|25P0[34])$/;
const networkCodes = /^(ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOST|ENET|ENOENT)/;
/** Of pg and its pool, which give these no code. */
const disconnectedWords = /^(Connection terminated|Client has encountered a connection error|Query read timeout)/;
/** All connections were busy for as long as one waits, or this one was let go of before its turn came. */
const busyWords = /^(timeout exceeded when trying to connect|Client was closed)/;

export function faultOf(error: unknown): DatabaseFault {
  // Not by its class: errors of Node's own modules are of another realm in tests.
  if (typeof error !== 'object' || error === null) return 'OTHER';
  const { code: given, message = '' } = error as { readonly code?: unknown; readonly message?: string };
  const code = typeof given === 'string' ? given : '';
  if (refusedStates.test(code) || tlsCodes.test(code) || refusedWords.test(message)) return 'REFUSED';
  if (disconnectedStates.test(code) || networkCodes.test(code) || disconnectedWords.test(message)) {
    return 'DISCONNECTED';
  }
  return givenUpStates.test(code) || busyWords.test(message) ? 'GIVEN_UP' : 'OTHER';
}

/** Whether the same may go well when it is tried again: neither a fault of ours nor what an operator has to mend. */
export function mayPass(error: unknown): boolean {
  const fault = faultOf(error);
  return fault === 'DISCONNECTED' || fault === 'GIVEN_UP';
}
