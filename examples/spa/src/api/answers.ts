import { ApolloLink, type OperationVariables } from '@apollo/client';
import { useSyncExternalStore } from 'react';
import { tap } from 'rxjs';

/** What an answer said of itself beside its data. */
export interface Answer {
  /** The API served what it had kept, because newer data are not there yet or TMDb is away. */
  readonly isStale: boolean;
  /** A part of it is null because it failed. */
  readonly isPartial: boolean;
  /** When TMDb told the oldest part of it, by this browser's clock. */
  readonly toldAt: number;
}

/** `extensions.cache`, sent to whoever asks by the header `X-WatchMe-Extensions`. */
interface CacheExtension {
  readonly stale: number;
  readonly ageSeconds: number | null;
}

export const askForCacheExtension = { 'x-watchme-extensions': 'cache' };

const answers = new Map<string, Answer>();
const listeners = new Set<() => void>();

/** Notes how fresh and how whole each answer is. Apollo's cache keeps data alone. */
export const answerLink = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    tap(({ errors, extensions }) => {
      const cache = extensions?.['cache'] as CacheExtension | undefined;
      answers.set(keyOf(operation.operationName, operation.variables), {
        isStale: (cache?.stale ?? 0) > 0,
        isPartial: (errors?.length ?? 0) > 0,
        toldAt: Date.now() - (cache?.ageSeconds ?? 0) * 1000,
      });
      for (const listener of listeners) listener();
    }),
  ),
);

/** Of the newest answer to this question, whichever page of it. */
export function useAnswer(operationName: string, variables: OperationVariables): Answer | undefined {
  return useSyncExternalStore(subscribe, () => answers.get(keyOf(operationName, variables)));
}

function keyOf(operationName: string | undefined, { after: _page, ...variables }: OperationVariables): string {
  return `${operationName ?? ''} ${JSON.stringify(variables, Object.keys(variables).toSorted())}`;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
