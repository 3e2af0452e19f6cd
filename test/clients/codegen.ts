import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

const config: CodegenConfig = {
  schema: '../../schema.gql',
  documents: 'operations/*.graphql',
  generates: {
    'gql/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { hashAlgorithm: 'sha256', hashPropertyName: 'documentId' },
      },
      // The texts have to be those that a normalised cache sends, which asks for the type of everything.
      documentTransforms: [addTypenameSelectionDocumentTransform],
      config: {
        // A scalar that is not named here is an error, rather than `any`.
        strictScalars: true,
        scalars: {
          CountryCode: 'string',
          Date: 'string',
          DateTime: 'string',
          LanguageCode: 'string',
          Locale: 'string',
          SafeInt: 'number',
          URL: 'string',
        },
        enumsAsTypes: true,
        useTypeImports: true,
      },
    },
    'gql/possible-types.ts': { plugins: ['fragment-matcher'], config: { apolloClientVersion: 3 } },
    'gql/introspection.ts': { plugins: ['urql-introspection'], config: { useTypeImports: true } },
  },
};

export default config;
