import { useSyncExternalStore } from 'react';

/** The languages that the interface has; the same tags go to the API as `locale`. */
export const locales = ['en-US', 'pt-BR'] as const;
export type AppLocale = (typeof locales)[number];

const storageKey = 'watchme.locale';
const listeners = new Set<() => void>();
let locale = choose();
document.documentElement.lang = locale;

export function currentLocale(): AppLocale {
  return locale;
}

export function useLocale(): AppLocale {
  return useSyncExternalStore(subscribe, currentLocale);
}

export function setLocale(next: AppLocale): void {
  locale = next;
  localStorage.setItem(storageKey, next);
  document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

/** What was chosen before, else what the browser prefers. */
function choose(): AppLocale {
  const wishes = [localStorage.getItem(storageKey) ?? '', ...navigator.languages];
  const found = wishes.map((wish) => locales.find((known) => known.slice(0, 2) === wish.slice(0, 2).toLowerCase()));
  return found.find((known) => known !== undefined) ?? 'en-US';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
