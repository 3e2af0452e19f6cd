import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of every document in `src`, from the schema that the API commits. Each custom scalar is named: none is `any`. */
const config: CodegenConfig = {
  schema: '../../schema.gql',
  documents: ['src/**/*.{ts,tsx}', '!src/generated/**'],
  generates: {
    'src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      config: {
        strictScalars: true,
        useTypeImports: true,
        enumsAsTypes: true,
        // As Apollo Client asks for it everywhere.
        nonOptionalTypename: true,
        skipTypeNameForRoot: true,
        scalars: {
          CountryCode: 'string',
          Date: 'string',
          DateTime: 'string',
          LanguageCode: 'string',
          Locale: 'string',
          SafeInt: 'number',
          URL: 'string',
        },
      },
    },
    'src/generated/possible-types.ts': { plugins: ['fragment-matcher'] },
  },
};

export default config;
