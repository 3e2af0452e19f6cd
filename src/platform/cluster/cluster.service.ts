import { type BeforeApplicationShutdown, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { SharedRedis } from '../redis/shared-redis.js';
import { leave, releaseLocks, sendBeat, storeDocument, takeLock } from './cluster-commands.js';
import { type DocumentListener, SharedDocuments } from './shared-documents.js';

export interface ClusterOptions {
  /** Absent: this process is alone. */
  readonly redis?: SharedRedis | undefined;
  readonly beatMs?: number;
  /** How long a process may be silent and still count. */
  readonly silenceMs?: number;
}

/**
 * What the processes on one Redis know of each other: how many live, who holds which task, and documents that all have
 * within two seconds. One command a second; nothing here ever rejects or waits over 100 ms for Redis.
 */
export class Cluster implements OnApplicationBootstrap, BeforeApplicationShutdown {
  /** Of this process, by chance. */
  readonly id = randomUUID();
  private readonly logger = new Logger(Cluster.name);
  private readonly redis: SharedRedis | undefined;
  private readonly beatMs: number;
  private readonly silenceMs: number;
  private readonly documents = new SharedDocuments({
    onListenerFault: (document, error) =>
      this.logger.warn({ document, reason: nameOf(error) }, 'A document was of no use'),
  });
  private readonly locks = new Set<string>();
  private count: number | null = null;
  private description: (() => string) | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isBeating = false;
  private hasLeft = false;

  constructor({ redis, beatMs = 1000, silenceMs = 10_000 }: ClusterOptions) {
    this.redis = redis;
    this.beatMs = beatMs;
    this.silenceMs = silenceMs;
  }

  onApplicationBootstrap(): void {
    if (this.redis === undefined) return;
    this.timer = setInterval(() => void this.beat(), this.beatMs).unref();
    void this.beat();
  }

  /** Before the connection closes. Redis ends by itself what a process could not take back. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.hasLeft = true;
    const names = [...this.locks];
    await this.redis?.ask(async (client) => {
      await Promise.all([leave(client, this.id), releaseLocks(client, names, this.id)]);
    });
  }

  /** The living processes at the last count, this one included; null before the first, and always without Redis. */
  lastCount(): number | null {
    return this.count;
  }

  /**
   * Takes a task for this process, or keeps it for longer. False: another has it, or nobody can know since Redis is
   * away. Without any Redis this process has all tasks.
   */
  async tryLock(name: string, ttlMs: number): Promise<boolean> {
    if (this.hasLeft) return false;
    if (this.redis === undefined) return true;
    // Before the answer: a lock that was granted and never heard of is let go of, too.
    this.locks.add(name);
    return (await this.redis.ask((client) => takeLock(client, name, this.id, ttlMs))) ?? false;
  }

  /** Lets go of a task, if this process has it. */
  async release(name: string): Promise<void> {
    this.locks.delete(name);
    await this.redis?.ask((client) => releaseLocks(client, [name], this.id));
  }

  /**
   * Gives a text to all who watch the name: here at once, in other processes with their next beat. The last one
   * published counts, and stays in Redis for processes to come. False: it could not be stored, and only this process
   * has it.
   */
  async publish(name: string, text: string): Promise<boolean> {
    this.documents.publish(name, text);
    if (this.redis === undefined) return true;
    const document = { version: randomUUID(), text };
    const isStored = (await this.redis.ask((client) => storeDocument(client, name, document))) ?? false;
    if (isStored) this.documents.stored(name, document.version);
    return isStored;
  }

  /** Calls the listener with each new text of the name, and at times with one again. */
  watch(name: string, listener: DocumentListener): void {
    this.documents.watch(name, listener);
  }

  /** What this process says of itself to operators: in Redis as `watchme:process:<id>` while it lives. */
  describe(text: () => string): void {
    this.description = text;
  }

  /** Tells the others that this process lives and hears what is new. Done by itself once a second. */
  async beat(): Promise<void> {
    // A slow Redis must not be asked twice at a time.
    if (this.isBeating || this.hasLeft) return;
    this.isBeating = true;
    const asked = this.documents.questions();
    const { id, silenceMs } = this;
    const beat = { id, silenceMs, description: this.describeItself(), documents: asked };
    const reply = await this.redis?.ask((client) => sendBeat(client, beat));
    this.isBeating = false;
    if (reply === undefined || this.hasLeft) return;
    this.count = reply.count;
    asked.forEach((question, index) => this.documents.receive(question, reply.documents[index] ?? null));
  }

  private describeItself(): string | null {
    try {
      return this.description?.() ?? null;
    } catch (error) {
      this.logger.warn({ reason: nameOf(error) }, 'The process could not be described');
      return null;
    }
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
