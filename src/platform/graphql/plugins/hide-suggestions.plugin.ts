import type { ApolloServerPlugin } from '@apollo/server';

/**
 * Cuts what would help to guess the schema off the errors, where it is not told. Apollo does so for those of validation
 * alone, and graphql-js suggests for variables, too.
 */
export const hideSuggestionsPlugin: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors }) {
        for (const error of errors) error.message = withoutSuggestion(error.message);
      },
    };
  },
};

function withoutSuggestion(message: string): string {
  return message.replace(/ ?Did you mean [^?]*\?$/, '');
}
