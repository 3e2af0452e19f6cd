import { useCallback, useRef, useState } from 'react';

interface Page {
  readonly hasNextPage: boolean;
  readonly endCursor?: string | null;
}

interface NextPage {
  readonly isLoading: boolean;
  readonly hasFailed: boolean;
  readonly load: () => void;
}

/** Asks for the page behind the last one; one at a time, however often it is called for. */
export function useNextPage(
  page: Page | undefined,
  fetchMore: (options: { variables: { after: string } }) => Promise<unknown>,
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
  return { isLoading, hasFailed: failed !== null && failed === page, load };
}
