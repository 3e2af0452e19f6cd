import { useSyncExternalStore } from 'react';
import { type AppLocale, currentLocale, useLocale } from '../locale/locale.js';

const listeners = new Set<() => void>();
let said: { readonly text: string; readonly locale: AppLocale } | null = null;

/** Says something to those who do not see the page change. Said twice in a row, it is read twice. */
export function announce(text: string): void {
  said = { text: text === said?.text ? `${text}\u00A0` : text, locale: currentLocale() };
  for (const listener of listeners) listener();
}

/** What was said in the other language is gone with it. */
export function Announcer() {
  const last = useSyncExternalStore(subscribe, () => said);
  const locale = useLocale();
  return (
    <output className="visually-hidden" aria-live="polite">
      {last?.locale === locale ? last.text : ''}
    </output>
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
