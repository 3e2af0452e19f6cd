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
  // Parsing alone takes a 30 February for 2 March.
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && instant(date)?.startsWith(date) === true ? date : null;
}

/** An instant as ISO 8601 in UTC, else null. */
export function instant(value: string | null): string | null {
  const time = value === null ? Number.NaN : Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
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
