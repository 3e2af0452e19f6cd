import graphql from '@graphql-eslint/eslint-plugin';

const { rules: recommended } = graphql.configs['flat/schema-recommended'];
const { rules: relay } = graphql.configs['flat/schema-relay'];

/** Values that live inside a Node, and results of mutations: they have no identity of their own. */
const typesWithoutId = [
  'About',
  'AccountChanged',
  'AddToFavoritesSuccess',
  'AddToListSuccess',
  'AddToWatchlistSuccess',
  'AlternativeTitle',
  'AuthSuccess',
  'Certification',
  'Country',
  'CreateListSuccess',
  'DecadeCount',
  'DeleteAccountSuccess',
  'DeleteListSuccess',
  'EmailTakenError',
  'EntryNotFoundError',
  'ExternalIds',
  'GenreCount',
  'InputIssue',
  'InvalidCredentialsError',
  'InvalidInputError',
  'InvalidTokenError',
  'Language',
  'LibraryChangeFailure',
  'LibraryChangesRejectedError',
  'LibraryStatistics',
  'LimitReachedError',
  'ListNotFoundError',
  'ListOwner',
  'LogoutEverywhereSuccess',
  'LogoutSuccess',
  'MailUnavailableError',
  'MarkWatchedSuccess',
  'MonthCount',
  'MoveListItemSuccess',
  'MovieNotFoundError',
  'PageInfo',
  'PasswordTooWeakError',
  'RateMovieSuccess',
  'Rating',
  'RatingCount',
  'RegionalReleases',
  'Release',
  'RemoveFromFavoritesSuccess',
  'RemoveFromHistorySuccess',
  'RemoveFromListSuccess',
  'RemoveFromWatchlistSuccess',
  'RemoveRatingSuccess',
  'RequestEmailVerificationSuccess',
  'RequestPasswordResetSuccess',
  'ResetPasswordSuccess',
  'ResolvedLocale',
  'RevokeSessionSuccess',
  'SearchResults',
  'SessionExpiredError',
  'SetMovieNoteSuccess',
  'TooManyAttemptsError',
  'Translation',
  'UpdateLibrarySuccess',
  'UpdateListSuccess',
  'VerifyEmailSuccess',
  'WatchOptions',
];

/** ESLint looks at the schema alone; oxlint looks at the code. */
export default [
  {
    files: ['schema.gql'],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: 'schema.gql' } } },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...recommended,
      ...relay,
      // Lists are read forwards only.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      // Pictures, videos and reviews are listed too, and are no Nodes.
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false },
      ],
      '@graphql-eslint/strict-id-in-types': [
        'error',
        {
          acceptedIdNames: ['id'],
          acceptedIdTypes: ['ID'],
          exceptions: { types: typesWithoutId, suffixes: ['Connection', 'Edge'] },
        },
      ],
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          rootField: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          DirectiveDefinition: true,
        },
      ],
    },
  },
];
