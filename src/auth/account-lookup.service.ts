import { Injectable } from '@nestjs/common';
import { ServiceUnavailableError } from '../platform/database/database.errors.js';
import { Database } from '../platform/database/database.service.js';
import { BoundedQueue, QueueFullError } from '../platform/resilience/bounded-queue.js';
import { UserEntity } from '../users/user.entity.js';

/**
 * Finds accounts for those who want to sign in. Hashing lets in one after the other anyway; here they queue for two
 * connections, and a rush of them leaves the others to whoever is signed in.
 */
@Injectable()
export class AccountLookup {
  private readonly queue = new BoundedQueue({ concurrency: 2, maxWaiting: 1000, maxWaitMs: 1900 });

  constructor(private readonly database: Database) {}

  /** @throws ServiceUnavailableError also where too many wait. */
  async find(email: string): Promise<UserEntity | null> {
    try {
      return await this.queue.run(() => this.database.read((em) => em.findOne(UserEntity, { email })));
    } catch (error) {
      throw error instanceof QueueFullError ? new ServiceUnavailableError({ cause: error }) : error;
    }
  }
}
