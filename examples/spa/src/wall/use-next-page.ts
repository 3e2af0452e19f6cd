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
  const [hasFailed, setHasFailed] = useState(false);
  const isUnderWay = useRef(false);
  const load = useCallback(() => {
    const after = page?.endCursor;
    if (isUnderWay.current || page?.hasNextPage !== true || after === null || after === undefined) return;
    isUnderWay.current = true;
    setIsLoading(true);
    fetchMore({ variables: { after } })
      .then(
        () => setHasFailed(false),
        () => setHasFailed(true),
      )
      .finally(() => {
        isUnderWay.current = false;
        setIsLoading(false);
      });
  }, [page, fetchMore]);
  return { isLoading, hasFailed, load };
}
