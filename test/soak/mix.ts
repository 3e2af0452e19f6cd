import type { Viewer } from '../faults/requests.js';
import { ofViewer } from './account.js';
import { bad, hostile } from './bad-input.js';
import { cold, executed, gets, hits, live, type Next } from './reads.js';
import { persisted, unchanged } from './remembering.js';
import type { SoakKind } from './soak-request.js';

/** How many of each kind go out in a second: 300 in all, one in twenty of them bad. */
export const perSecond: Readonly<Record<SoakKind, number>> = {
  hit: 140,
  compressed: 20,
  executed: 50,
  get: 20,
  unchanged: 20,
  persisted: 15,
  // Together with what is renewed it has to stay within the 34 calls a second that TMDb allows.
  cold: 3,
  shared: 5,
  account: 8,
  write: 2,
  login: 0.2,
  live: 1.8,
  bad: 8,
  hostile: 7,
};

/** What to ask next, of each kind. */
export function mixOf(viewer: () => Viewer): Readonly<Record<SoakKind, Next>> {
  return {
    ...ofViewer(viewer),
    hit: hits(),
    compressed: hits({ 'accept-encoding': 'br, gzip' }),
    executed: executed(),
    get: gets(),
    unchanged: unchanged(),
    persisted: persisted(),
    cold: cold(),
    live: live(),
    bad: bad(),
    hostile: hostile(),
  };
}
