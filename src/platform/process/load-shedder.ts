import { Injectable, Logger } from '@nestjs/common';

/**
 * What answering takes: `hit`: the answer is there; `warm`: it is made of data at hand; `cold`: it may take calls, or
 * nobody knows.
 */
export type Work = 'hit' | 'warm' | 'cold';

/** After so long a client may try again; the mean looks back a second. */
export const retryAfterSeconds = 2;

/** Refused from the first delay of the event loop on, in milliseconds, and let in again below the second. */
const limits: readonly { readonly work: Work; readonly refusedAboveMs: number; readonly admittedBelowMs: number }[] = [
  { work: 'cold', refusedAboveMs: 200, admittedBelowMs: 100 },
  { work: 'warm', refusedAboveMs: 500, admittedBelowMs: 250 },
  { work: 'hit', refusedAboveMs: 1000, admittedBelowMs: 500 },
];

/**
 * Refuses work while the event loop is late: what is dear first, what costs next to nothing last. Whoever is let in is
 * answered in time then, and a process that can't keep up does not fall further behind. Without `note` all is let in.
 */
@Injectable()
export class LoadShedder {
  private readonly logger = new Logger(LoadShedder.name);
  private readonly refused = new Set<Work>();

  /** Never ask for `/health`: a process that is refused for being busy would be killed for it. */
  admits(work: Work): boolean {
    return !this.refused.has(work);
  }

  /** Takes the mean delay of the event loop in the last second, in milliseconds. */
  note(meanDelayMs: number): void {
    for (const { work, refusedAboveMs, admittedBelowMs } of limits) {
      if (meanDelayMs > refusedAboveMs && !this.refused.has(work)) {
        this.refused.add(work);
        this.logger.warn({ work, delayMs: Math.round(meanDelayMs) }, 'The event loop is late: requests are refused');
      } else if (meanDelayMs < admittedBelowMs && this.refused.delete(work)) {
        this.logger.warn({ work, delayMs: Math.round(meanDelayMs) }, 'Requests are let in again');
      }
    }
  }
}
