import { useLayoutEffect } from 'react';
import { usePlace, whatWasLeft } from './history.js';

/**
 * After each step: a new page begins at its top with its heading focused, so that a screen reader says where one is;
 * one that is returned to stands where it was left, with the link focused that was followed.
 */
export function useArrival(): void {
  const { key, arrival } = usePlace();
  useLayoutEffect(() => {
    const { activeElement } = document;
    // What had the focus went with the former page, as a form does that is done.
    const isFocusLost = activeElement === null || activeElement === document.body;
    if (arrival === 'push' || (arrival === 'replace' && isFocusLost)) {
      window.scrollTo({ top: 0, behavior: 'instant' });
      // Whoever types a search goes on typing.
      if (!(activeElement instanceof HTMLInputElement)) document.querySelector('h1')?.focus({ preventScroll: true });
    }
    if (arrival === 'travel') {
      const { scrollY, focusedId } = whatWasLeft(key) ?? { scrollY: 0, focusedId: null };
      const target = focusedId === null ? null : document.getElementById(focusedId);
      (target ?? document.querySelector('h1'))?.focus({ preventScroll: true });
      window.scrollTo({ top: scrollY, behavior: 'instant' });
    }
  }, [key, arrival]);
}
