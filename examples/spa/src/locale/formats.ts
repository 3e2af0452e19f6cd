import type { AppLocale } from './locale.js';

export function yearOf(date: string | null | undefined): string | null {
  return date?.slice(0, 4) ?? null;
}

/** A day as such, in no time zone. */
export function formatDay(date: string, locale: AppLocale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}

export function formatAverage(average: number, locale: AppLocale): string {
  return average.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** A moment, here. */
export function formatMoment(time: number, locale: AppLocale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}
