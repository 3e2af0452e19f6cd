import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let said = '';

/** Says something to those who do not see the page change. Said twice in a row, it is read twice. */
export function announce(text: string): void {
  said = text === said ? `${text}\u00A0` : text;
  for (const listener of listeners) listener();
}

export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => said);
  return (
    <output className="visually-hidden" aria-live="polite">
      {text}
    </output>
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
