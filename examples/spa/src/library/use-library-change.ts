import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useLocale } from '../locale/locale.js';
import { useMessages } from '../locale/use-messages.js';
import { announce } from '../states/announcer.js';
import type { Keeper } from './kept-film.js';

/** What a mutation answered: the changed film, or an error as data. */
type Result = { readonly __typename: string; readonly message?: string } | null | undefined;

interface LibraryChange {
  readonly isSaving: boolean;
  /** Why the last change was taken back. */
  readonly problem: string | null;
  /** `said`: what the change has done, told at once, as the page shows it at once. */
  readonly run: (change: (keeper: Keeper) => Promise<Result>, said: string) => void;
}

/** Runs optimistic changes, one at a time. Apollo takes back what was shown when one is refused or fails. */
export function useLibraryChange(userId: string): LibraryChange {
  const client = useApolloClient();
  const locale = useLocale();
  const { putBack, userError } = useMessages();
  const [isSaving, setIsSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const save = async (change: (keeper: Keeper) => Promise<Result>): Promise<void> => {
    setIsSaving(true);
    setProblem(null);
    const result = await change({ client, userId, locale }).catch(() => null);
    if (!result) setProblem(putBack);
    else if (result.message !== undefined) setProblem(userError(result.__typename, result.message));
    setIsSaving(false);
  };
  const run: LibraryChange['run'] = (change, said) => {
    if (isSaving) return;
    announce(said);
    void save(change);
  };
  return { isSaving, problem, run };
}
