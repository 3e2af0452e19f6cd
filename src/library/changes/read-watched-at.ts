import { isCalendarDate } from '../../platform/graphql/scalars/date.scalar.js';
import type { InputIssues } from '../../platform/input/input-issues.js';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** The first time zone is 14 hours ahead of UTC, whose noon is 12 hours after midnight. */
const noonBeforeItBeginsMs = 26 * 60 * minuteMs;
/** The year of the oldest film there is. */
const earliest = Date.UTC(1888, 0, 1);
const instant = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/**
 * When a film was watched; null for a text that tells no such time. A day counts as noon UTC, which is the same day
 * nearly everywhere. Left out, it is now, to the minute, so that what is sent twice counts once.
 */
export function readWatchedAt(text: string | null | undefined, now: Date, issues: InputIssues): Date | null {
  if (typeof text !== 'string') return new Date(Math.floor(now.getTime() / minuteMs) * minuteMs);
  const isDay = isCalendarDate(text);
  const day = isDay ? text : instant.exec(text)?.[1];
  if (day === undefined || !isCalendarDate(day)) {
    return issues.add(
      'watchedAt',
      'INVALID',
      '`watchedAt` is a day such as "2026-11-24", or an instant such as "2026-11-24T20:15:00Z".',
    );
  }
  const time = Date.parse(isDay ? `${text}T12:00:00Z` : text);
  // The clocks of clients run up to a day ahead; a day may be one that has begun in the east.
  const ahead = isDay ? noonBeforeItBeginsMs : dayMs;
  if (time < earliest || time > now.getTime() + ahead) {
    return issues.add('watchedAt', 'OUT_OF_RANGE', '`watchedAt` goes from 1888 to today.');
  }
  return new Date(time);
}
