import { Injectable } from '@nestjs/common';
import { argon2id, hash, verify } from 'argon2';
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { AppConfig } from '../../config/app-config.js';
import { Gauges } from '../../platform/telemetry/gauges.js';
import { BoundedQueue, QueueFullError } from '../../platform/resilience/bounded-queue.js';

/** Too many passwords are being hashed; nothing was tried. */
export class HashingBusyError extends Error {
  override readonly name = 'HashingBusyError';

  constructor(readonly retryAfterSeconds: number) {
    super('Too many passwords are being hashed');
  }
}

/** In UTF-16 units. Whatever is longer is no password; hashing it would cost more than it says. */
export const longestPassword = 1000;

const saltBytes = 16;
const hashBytes = 32;
const version = 0x13;

/**
 * Hashes with argon2id, as PHC strings, after NFKC. A core is left to everything else, and whoever would wait too long
 * gets a `HashingBusyError`.
 */
@Injectable()
export class PasswordHasher {
  private readonly settings: AppConfig['hashing'];
  private readonly queue: BoundedQueue;
  /** Of the parameters of today, and of no password. */
  private readonly dummyHash: string;

  constructor({ hashing }: AppConfig, gauges: Gauges) {
    this.settings = hashing;
    this.queue = new BoundedQueue({
      concurrency: Math.max(1, availableParallelism() - 1),
      maxWaiting: hashing.queueMax,
      maxWaitMs: hashing.queueWaitMs,
    });
    gauges.add('hashingWaiting', () => this.queue.length);
    this.dummyHash = dummyHashOf(hashing);
  }

  /** @throws HashingBusyError */
  hash(password: string): Promise<string> {
    const { memoryKib, timeCost, parallelism } = this.settings;
    const options = {
      type: argon2id,
      version,
      hashLength: hashBytes,
      memoryCost: memoryKib,
      timeCost,
      parallelism,
    } as const;
    return this.queued(() => hash(password.normalize('NFKC'), options));
  }

  /**
   * False at the same cost for a null hash, so that the time does not tell whether there is an account.
   * @throws HashingBusyError
   */
  verify(passwordHash: string | null, password: string): Promise<boolean> {
    return this.queued(() => verify(passwordHash ?? this.dummyHash, password.normalize('NFKC')));
  }

  /** Whether the hash is of less effort than is asked for today, or of another kind. */
  needsRehash(passwordHash: string): boolean {
    const { memoryKib, timeCost, parallelism } = this.settings;
    const isKnown = passwordHash.startsWith(`$argon2id$v=${version}$`);
    const isStrong =
      parameterOf(passwordHash, 'm') >= memoryKib &&
      parameterOf(passwordHash, 't') >= timeCost &&
      parameterOf(passwordHash, 'p') >= parallelism;
    return !isKnown || !isStrong;
  }

  private async queued<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.queue.run(work);
    } catch (error) {
      if (!(error instanceof QueueFullError)) throw error;
      throw new HashingBusyError(Math.ceil(this.settings.queueWaitMs / 1000));
    }
  }
}

/** Their order differs between writers of the format. NaN where it is not said, which compares as less. */
function parameterOf(passwordHash: string, name: 'm' | 't' | 'p'): number {
  return Number(new RegExp(`[$,]${name}=(\\d+)[$,]`).exec(passwordHash)?.[1]);
}

/** Random bytes in place of a hash: verifying costs the same, and making it costs nothing. */
function dummyHashOf({ memoryKib, timeCost, parallelism }: AppConfig['hashing']): string {
  const parameters = `m=${memoryKib},t=${timeCost},p=${parallelism}`;
  return `$argon2id$v=${version}$${parameters}$${base64(saltBytes)}$${base64(hashBytes)}`;
}

/** Base64 without padding, as the PHC format has it. */
function base64(size: number): string {
  return randomBytes(size).toString('base64').replaceAll('=', '');
}
