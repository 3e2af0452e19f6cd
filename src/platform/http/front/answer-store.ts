import { Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { AppConfig } from '../../../config/app-config.js';
import { CacheService } from '../../cache/cache.service.js';
import { AnswerCache } from './answer-cache.js';
import { Flights } from './flights.js';
import type { ReadyAnswer } from './ready-answer.js';
import type { Variant } from './variant.js';

const bytesPerMegabyte = 1024 * 1024;

/** A body or query string above this is nothing that many ask. */
const longestKey = 20_000;

/** Whole answers that are known, and those that are being made. */
@Injectable()
export class AnswerStore {
  readonly flights = new Flights();
  private readonly cache: AnswerCache;
  private readonly isOn: boolean;
  private hits = 0;

  constructor({ front }: AppConfig, cache: CacheService) {
    this.isOn = front.mode !== 'off';
    this.cache = new AnswerCache(front.memoryMegabytes * bytesPerMegabyte);
    cache.watchVoided(() => this.clear());
  }

  /** What tells a request from all that may be answered otherwise; null for one that is answered for itself alone. */
  keyOf({ url = '' }: IncomingMessage, variant: Variant, body: Buffer | null): string | null {
    if (!this.isOn || variant.isExplained) return null;
    const question = body === null ? url : body.toString('latin1');
    return question.length > longestKey ? null : `${body === null ? 'GET' : 'POST'} ${variant.id}\n${question}`;
  }

  find(key: string, now: number): ReadyAnswer | undefined {
    const known = this.cache.find(key, now);
    if (known !== undefined) this.hits += 1;
    return known;
  }

  /** To be asked for before an answer is made, and given back with it. */
  get ticket(): number {
    return this.cache.ticket;
  }

  offer(key: string, answer: ReadyAnswer, ticket: number): void {
    this.cache.offer(key, answer, ticket, Date.now());
  }

  /** From here on nothing that was made before is answered, or begun before. */
  clear(): void {
    this.cache.clear();
    this.flights.close();
  }

  get stats() {
    return { hits: this.hits, entries: this.cache.size, bytes: this.cache.bytes, underWay: this.flights.size };
  }
}
