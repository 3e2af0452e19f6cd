import type { ApolloServerPlugin } from '@apollo/server';
import { type FragmentDefinitionNode, GraphQLError, Kind } from 'graphql';
import type { GraphqlContext } from '../graphql-context.js';
import { describeBreach, documentLimits } from '../limits/limits.js';
import { countObjects } from '../limits/object-count.js';

/** Refuses an operation whose lists inside lists could answer too many objects; it needs the variables to tell. */
export const objectLimitPlugin: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, operation, document, request }) {
        if (operation === undefined) return;
        const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
        for (const definition of document.definitions) {
          if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
        }
        const actual = countObjects({ schema, operation, fragments, variables: request.variables ?? {} });
        if (actual <= documentLimits.objects) return;
        const { message, extensions } = describeBreach({ limit: 'objects', actual });
        throw new GraphQLError(message, { extensions: { ...extensions, http: { status: 400 } } });
      },
    };
  },
};
