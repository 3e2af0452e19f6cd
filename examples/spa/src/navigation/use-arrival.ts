import { useLayoutEffect } from 'react';
import { usePlace, whatWasLeft } from './history.js';

/**
 * After each step: a new page begins at its top with its heading focused, so that a screen reader says where one is;
 * one that is returned to stands where it was left, with the link focused that was followed.
 */
export function useArrival(): void {
  const { key, arrival } = usePlace();
  useLayoutEffect(() => {
    if (arrival === 'push') {
      window.scrollTo({ top: 0, behavior: 'instant' });
      document.querySelector('h1')?.focus({ preventScroll: true });
    }
    if (arrival === 'travel') {
      const { scrollY, focusedId } = whatWasLeft(key) ?? { scrollY: 0, focusedId: null };
      const target = focusedId === null ? null : document.getElementById(focusedId);
      (target ?? document.querySelector('h1'))?.focus({ preventScroll: true });
      window.scrollTo({ top: scrollY, behavior: 'instant' });
    }
  }, [key, arrival]);
}
