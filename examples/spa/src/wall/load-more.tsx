import { useEffect, useRef } from 'react';
import { useMessages } from '../locale/use-messages.js';
import type { NextPage } from './use-next-page.js';

interface LoadMoreProps {
  readonly next: NextPage;
}

/** Loads the next page, where there is one, when it comes near the window or is pressed. */
export function LoadMore({ next: { isThere, isLoading, load } }: LoadMoreProps) {
  const { loading, showMore } = useMessages();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isThere || isLoading || button.current === null) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && load(), {
      rootMargin: '800px',
    });
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [isThere, isLoading, load]);
  if (!isThere) return null;
  return (
    <p className="more">
      <button ref={button} type="button" className="button" aria-busy={isLoading} onClick={load}>
        {isLoading ? loading : showMore}
      </button>
    </p>
  );
}
