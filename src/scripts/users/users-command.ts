import { type EntityManager, IsolationLevel, type MikroORM } from '@mikro-orm/postgresql';
import { linkTo } from '../../auth/account/mail/letters.js';
import { OneTimeTokens } from '../../auth/one-time-tokens/one-time-tokens.service.js';
import { SessionEntity } from '../../auth/sessions/session.entity.js';
import type { Clock } from '../../platform/clock/clock.js';
import { normaliseEmail } from '../../users/email-address.js';
import { UserEntity } from '../../users/user.entity.js';
import { exportAccount } from './export-account.js';

/** Something the operator can mend; its message is all there is to say. */
export class UsersCommandError extends Error {
  override readonly name = 'UsersCommandError';
}

export interface UsersSurroundings {
  readonly orm: MikroORM;
  readonly clock: Clock;
  /** Where links lead; undefined: none is printed. */
  readonly appUrl: string | undefined;
  readonly write: (text: string) => Promise<void>;
}

/** Gives what to write once it is committed. */
type Command = (em: EntityManager, user: UserEntity, surroundings: UsersSurroundings) => Promise<string>;

const commands: Readonly<Record<string, Command>> = {
  'reset-password': resetPassword,
  'sign-out': signOut,
  delete: deleteAccount,
  export: writeAll,
};

const usage = `Usage: node dist/scripts/users.js ${Object.keys(commands).join(' | ')} EMAIL`;

/**
 * Does what an operator asks of one account, in one transaction, and writes what came of it. `args`: the command and
 * the address.
 *
 * @throws UsersCommandError for a wrong usage or an unknown address
 */
export async function runUsersCommand(args: readonly string[], surroundings: UsersSurroundings): Promise<void> {
  const [name = '', address = '', ...more] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined || address === '' || more.length > 0) throw new UsersCommandError(usage);
  const email = normaliseEmail(address);
  if (email === null) throw new UsersCommandError(`${JSON.stringify(address)} is not an e-mail address.`);
  const report = await surroundings.orm.em.fork().transactional(
    async (em) => {
      const user = await em.findOne(UserEntity, { email });
      if (user === null) throw new UsersCommandError(`No account has the address ${email}.`);
      return command(em, user, surroundings);
    },
    // What is exported is one state; what is changed waits for others that change it.
    { isolationLevel: command === writeAll ? IsolationLevel.REPEATABLE_READ : IsolationLevel.READ_COMMITTED },
  );
  await surroundings.write(report);
}

async function resetPassword(em: EntityManager, user: UserEntity, surroundings: UsersSurroundings): Promise<string> {
  const { clock, appUrl } = surroundings;
  const token = await new OneTimeTokens(clock).issue(em, user, 'PASSWORD_RESET', 'OPERATOR');
  const link = appUrl === undefined ? '' : `${linkTo(appUrl, 'reset-password', token)}\n`;
  return `The token sets a new password once, within 30 minutes. Hand it to its owner only:\n${token}\n${link}`;
}

async function signOut(em: EntityManager, { id, email }: UserEntity): Promise<string> {
  const ended = await em.nativeDelete(SessionEntity, { userId: id });
  return `${email} is signed out everywhere; sessions ended: ${ended}.\n`;
}

async function deleteAccount(em: EntityManager, { id, email }: UserEntity): Promise<string> {
  await em.nativeDelete(UserEntity, { id });
  return `The account of ${email} is deleted, with all that it kept.\n`;
}

/** Piece by piece: a large library is not held at once. */
async function writeAll(em: EntityManager, { id }: UserEntity, { write }: UsersSurroundings): Promise<string> {
  for await (const piece of exportAccount(em, id)) await write(piece);
  return '';
}
