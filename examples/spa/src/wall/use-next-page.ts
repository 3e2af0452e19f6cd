import { useCallback, useRef, useState } from 'react';

interface Page {
  readonly hasNextPage: boolean;
  readonly endCursor?: string | null;
}

export interface NextPage {
  /** There is one, and it was not asked for in vain. */
  readonly isThere: boolean;
  readonly isLoading: boolean;
  readonly hasFailed: boolean;
  readonly load: () => void;
  /** Asks anew for what failed: the next page, or else the first. */
  readonly retry: () => void;
}

/** Asks for the page behind the last one; one at a time, however often it is called for. */
export function useNextPage(
  page: Page | undefined,
  {
    fetchMore,
    refetch,
  }: {
    readonly fetchMore: (options: { variables: { after: string } }) => Promise<unknown>;
    readonly refetch: () => Promise<unknown>;
  },
): NextPage {
  const [isLoading, setIsLoading] = useState(false);
  /** A new search has not failed because the one before did. */
  const [failed, setFailed] = useState<Page | null>(null);
  const isUnderWay = useRef(false);
  const load = useCallback(() => {
    const after = page?.endCursor;
    if (isUnderWay.current || page?.hasNextPage !== true || after === null || after === undefined) return;
    isUnderWay.current = true;
    setIsLoading(true);
    fetchMore({ variables: { after } })
      .then(
        () => setFailed(null),
        () => setFailed(page),
      )
      .finally(() => {
        isUnderWay.current = false;
        setIsLoading(false);
      });
  }, [page, fetchMore]);
  const hasFailed = failed !== null && failed === page;
  const retry = (): void => void (hasFailed ? load() : refetch().catch(() => null));
  return { isThere: page?.hasNextPage === true && !hasFailed, isLoading, hasFailed, load, retry };
}
