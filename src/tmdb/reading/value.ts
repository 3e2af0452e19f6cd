import { isCalendarDate } from '../../platform/graphql/scalars/date.scalar.js';

/** What TMDb's values mean: it sends 0, "" and half-dates for "unknown". */

/** A number above 0, else null: TMDb's 0 for a runtime, budget or revenue means "unknown". */
export function positive(value: number | null): number | null {
  return value !== null && value > 0 ? value : null;
}

/** As `positive`, for whole numbers that fit 53 bits. */
export function positiveInteger(value: number | null): number | null {
  return Number.isSafeInteger(value) ? positive(value) : null;
}

/** A calendar date out of a date or a timestamp, else null. */
export function calendarDate(value: string | null): string | null {
  const date = value?.slice(0, 10) ?? '';
  return isCalendarDate(date) ? date : null;
}

/** Day, time of day and zone, as in `2019-01-01T12:00:00.000Z` and `2019-01-01 12:00:00 UTC`. */
const timestamp = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|UTC|[+-]\d{2}:\d{2})?)?$/;

/** An instant as ISO 8601 in UTC, else null; without a zone it is taken as UTC, whatever the server's own is. */
export function instant(value: string | null): string | null {
  const [, day = '', time = '00:00', zone = 'Z'] = timestamp.exec(value?.trim() ?? '') ?? [];
  if (!isCalendarDate(day)) return null;
  const at = Date.parse(`${day}T${time}${zone.replace('UTC', 'Z')}`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** An http or https address, else null: links are shown to people, so no other scheme gets through. */
export function webAddress(value: string | null): string | null {
  const url = value === null ? null : URL.parse(value);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}

/** An ISO 3166-1 alpha-2 code, else null. */
export function countryCode(value: string | null): string | null {
  return value !== null && /^[A-Z]{2}$/.test(value) ? value : null;
}

/** An ISO 639-1 code, else null; TMDb's `xx` means "no language". */
export function languageCode(value: string | null): string | null {
  return value !== null && /^[a-z]{2,3}$/.test(value) && value !== 'xx' ? value : null;
}
