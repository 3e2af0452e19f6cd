import { expect, test } from '@jest/globals';
import { faultOf } from './database-fault.js';

const coded = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });

test.each([
  ['a refused connection', coded('ECONNREFUSED')],
  ['a reset one', coded('ECONNRESET')],
  ['an unknown host', coded('ENOTFOUND')],
  ['a shutdown', coded('57P01')],
  ['a crash', coded('57P02')],
  ['a server that starts', coded('57P03')],
  ['too many connections', coded('53300')],
  ['a broken connection', coded('08006')],
  ['a connection that ended', new Error('Connection terminated unexpectedly')],
  ['a connection that was not made in time', new Error('Connection terminated due to connection timeout')],
  ['a statement that was never answered', new Error('Query read timeout')],
])('%s means that the database is lost', (_name, error) => {
  expect(faultOf(error)).toBe('DISCONNECTED');
});

test.each([
  ['a wrong password', coded('28P01')],
  ['a user that may not enter', coded('28000')],
  ['a database that is not there', coded('3D000')],
  ['a certificate of an unknown authority', coded('SELF_SIGNED_CERT_IN_CHAIN')],
  ['a certificate for another name', coded('ERR_TLS_CERT_ALTNAME_INVALID')],
  ['a certificate past its end', coded('CERT_HAS_EXPIRED')],
  ['a server without TLS', new Error('The server does not support SSL connections')],
])('%s is refused, until somebody mends it', (_name, error) => {
  expect(faultOf(error)).toBe('REFUSED');
});

test.each([
  ['a cancelled statement', coded('57014')],
  ['a lock that was not had', coded('55P03')],
  ['a deadlock', coded('40P01')],
  ['a race', coded('40001')],
  ['a transaction that lay idle', coded('25P03')],
  ['a connection let go of before its turn', new Error('Client was closed and is not queryable')],
  ['a pool that is busy', new Error('timeout exceeded when trying to connect')],
])('%s means that one piece of work was given up', (_name, error) => {
  expect(faultOf(error)).toBe('GIVEN_UP');
});

test.each([
  ['a broken constraint', coded('23505')],
  ['wrong SQL', coded('42601')],
  ['a fault of ours', new TypeError('x is not a function')],
  ['what is no error', 'timeout'],
])('%s is no trouble of the database', (_name, error) => {
  expect(faultOf(error)).toBe('OTHER');
});
