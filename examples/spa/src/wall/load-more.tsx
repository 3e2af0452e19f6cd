import { useEffect, useRef } from 'react';
import { useMessages } from '../locale/use-messages.js';

interface LoadMoreProps {
  readonly isLoading: boolean;
  readonly onMore: () => void;
}

/** Loads the next page when it comes near the window, or when it is pressed. */
export function LoadMore({ isLoading, onMore }: LoadMoreProps) {
  const { loading, showMore } = useMessages();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isLoading || button.current === null) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && onMore(), {
      rootMargin: '800px',
    });
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [isLoading, onMore]);
  return (
    <p className="more">
      <button ref={button} type="button" className="button" aria-busy={isLoading} onClick={onMore}>
        {isLoading ? loading : showMore}
      </button>
    </p>
  );
}
