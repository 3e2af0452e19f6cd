import { type Account, newEmail } from '../support/accounts.js';
import { changeCases } from './library/change-cases.js';
import type { FilledLibrary } from './library/filled-library.js';
import * as accountQueries from './queries/account-queries.js';
import * as libraryQueries from './queries/library-queries.js';

interface Asked {
  readonly document: string;
  readonly variables?: object;
}

/** What reads or writes the account and the library of somebody, a document for each field. */
export function accountDocuments(viewer: Account, library: FilledLibrary): Readonly<Record<string, Asked>> {
  const { email, password, refreshToken } = viewer;
  const changes = Object.entries(changeCases).map(([name, { input }]) => {
    const document = (libraryQueries as Readonly<Record<string, string>>)[name] ?? '';
    return [name, { document, variables: { input: input(library) } }] as const;
  });
  const inputs = {
    login: { email, password },
    refreshSession: { refreshToken },
    logout: { refreshToken },
    logoutEverywhere: {},
    changePassword: { currentPassword: password, newPassword: 'eleven loud herons after dusk' },
    changeEmail: { email: newEmail(), password },
    updateProfile: { displayName: 'Ana' },
    deleteAccount: { password },
  };
  const accounts = Object.entries(inputs).map(
    ([name, input]) =>
      [
        name,
        { document: (accountQueries as Readonly<Record<string, string>>)[name] ?? '', variables: { input } },
      ] as const,
  );
  return {
    ...Object.fromEntries([...changes, ...accounts]),
    account: { document: accountQueries.viewerAccount },
    library: { document: libraryQueries.viewerLibrary },
    statistics: { document: libraryQueries.viewerStatistics },
    list: { document: libraryQueries.oneList, variables: { id: library.list } },
    node: { document: libraryQueries.anyNode, variables: { id: library.watchlist } },
  };
}
