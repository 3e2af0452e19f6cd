import { setTimeout as delay } from 'node:timers/promises';
import {
  accountRequest,
  cachedRequests,
  coldRequest,
  liveRequest,
  type LoadRequest,
  loginRequest,
  type Viewer,
} from './requests.js';
import { send, type Target } from './send.js';

/** Between two looks: short against the seconds that are allowed, long for a budget of 34 calls a second. */
const everyMs = 200;

/** Looks at the app from outside, one of each kind at a time. */
export class WellAgain {
  private cold = -1;

  constructor(private readonly target: Target) {}

  /** The milliseconds until one of each kind, asked at once, is answered; null where that is not so after so many tries. */
  async wait(viewer: Viewer, tries: number): Promise<number | null> {
    const begun = performance.now();
    for (let tried = 0; tried < tries; tried += 1) {
      const samples = await Promise.all(this.requests(viewer).map((request) => send(this.target, request)));
      if (samples.every(({ outcome }) => outcome.verdict === 'ok')) return performance.now() - begun;
      await delay(everyMs);
    }
    return null;
  }

  private requests(viewer: Viewer): LoadRequest[] {
    // The even numbers are for the load.
    this.cold += 2;
    return [...cachedRequests, coldRequest(this.cold), accountRequest(viewer), loginRequest(viewer), liveRequest];
  }
}
