import { useSyncExternalStore } from 'react';

/** Where the browser is, and how it came there. */
export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
  /** Behind `#`: browsers send it to no server. */
  readonly fragment: URLSearchParams;
  /** Of the entry of the history: what was scrolled and followed is kept by it. */
  readonly key: string;
  readonly arrival: 'load' | 'push' | 'replace' | 'travel';
}

/** What an entry looked like when it was left. */
interface Left {
  readonly scrollY: number;
  readonly focusedId: string | null;
}

const left = new Map<string, Left>();
const listeners = new Set<() => void>();
let place = readPlace('load');

// Pages are drawn from the cache before the browser would scroll: so we do, to what was kept.
history.scrollRestoration = 'manual';
window.addEventListener('popstate', () => {
  keepLeft();
  arrive('travel');
});

export function usePlace(): Place {
  return useSyncExternalStore(subscribe, () => place);
}

export function currentPlace(): Place {
  return place;
}

export function navigate(href: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  keepLeft();
  const key = crypto.randomUUID();
  if (replace) history.replaceState({ key }, '', href);
  else history.pushState({ key }, '', href);
  arrive(replace ? 'replace' : 'push');
}

/** What was kept of an entry that is returned to. */
export function whatWasLeft(key: string): Left | undefined {
  return left.get(key);
}

function keepLeft(): void {
  left.set(place.key, { scrollY: window.scrollY, focusedId: document.activeElement?.id || null });
}

function arrive(arrival: Place['arrival']): void {
  place = readPlace(arrival);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readPlace(arrival: Place['arrival']): Place {
  const state = history.state as { readonly key?: string } | null;
  const { hash, pathname, search } = window.location;
  return {
    path: pathname,
    query: new URLSearchParams(search),
    fragment: new URLSearchParams(hash.slice(1)),
    key: state?.key ?? 'first',
    arrival,
  };
}
