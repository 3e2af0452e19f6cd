import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.service.js';
import { type OwnedTable, ownedTables } from '../../users/owned-tables.js';
import { UserEntity } from '../../users/user.entity.js';
import type { InvalidCredentialsError, TooManyAttemptsError } from '../auth.errors.js';
import { wrongPassword } from '../auth.results.js';
import { AccountConfirmation } from './account-confirmation.service.js';

/** Of each table, what goes with the account in one transaction, well within the time of a statement. */
const rowsLeft = 10_000;
const rowsOfBatch = 5000;

/** Deletes accounts with all that they kept. */
@Injectable()
export class AccountRemoval {
  constructor(
    private readonly database: Database,
    private readonly confirmation: AccountConfirmation,
  ) {}

  /**
   * Null when it is gone. Most accounts go in one transaction. Very large ones are emptied in batches first: where the
   * database goes away meanwhile, the account is still there, and asking again goes on.
   */
  async remove(user: UserEntity, password: string): Promise<InvalidCredentialsError | TooManyAttemptsError | null> {
    const refused = await this.confirmation.refusal(user, password, 'password');
    if (refused !== null) return refused;
    await this.thinOut(user);
    // Only under the password that was given: it may have been changed meanwhile.
    const where = { id: user.id, passwordHash: user.passwordHash };
    const deleted = await this.database.write((em) => em.nativeDelete(UserEntity, where));
    return deleted === 0 ? wrongPassword('password') : null;
  }

  private async thinOut(user: UserEntity): Promise<void> {
    const tables = await this.database.read(async (em) =>
      ownedTables([...em.getMetadata().getAll().values()], 'users'),
    );
    // What hangs on another table is found after it, and has to go before it.
    for (const table of tables.slice(1).toReversed()) {
      while ((await this.deleteBatch(table, user)) === rowsOfBatch);
    }
  }

  /** None under a password that is no longer the one that was given. */
  private deleteBatch({ name, isOf }: OwnedTable, { id, passwordHash }: UserEntity): Promise<number> {
    return this.database.writeRepeatable(async (em) => {
      const { numAffectedRows } = await sql`
        delete from ${sql.table(name)} where id in (
          select id from ${sql.table(name)} where ${isOf(id)} offset ${rowsLeft} limit ${rowsOfBatch}
        ) and exists (select from users where id = ${id} and password_hash = ${passwordHash})
      `.execute(em.getKysely());
      return Number(numAffectedRows ?? 0);
    });
  }
}
