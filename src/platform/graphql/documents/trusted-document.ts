import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { refuseFile } from './trusted-file.js';

/** A document that runs as it is, without being parsed, validated or measured again. */
export interface TrustedDocument {
  readonly hash: string;
  readonly text: string;
  readonly document: DocumentNode;
}

/**
 * The documents of the file, parsed and fit for the schema. Limits on documents do not count for them; a schema that is
 * not told (`introspection` off) is not told by them either.
 *
 * @throws ConfigError naming those that do not fit, and why
 */
export function trustTexts(
  texts: ReadonlyMap<string, string>,
  schema: GraphQLSchema,
  { introspection }: { readonly introspection: boolean },
): ReadonlyMap<string, TrustedDocument> {
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const trusted = new Map<string, TrustedDocument>();
  const problems: string[] = [];
  for (const [hash, text] of texts) {
    try {
      const document = parse(text);
      const fault = validate(schema, document, rules, { maxErrors: 1 })[0]?.message ?? missingRoot(schema, document);
      if (fault === undefined) trusted.set(hash, { hash, text, document });
      else problems.push(describe(hash, fault));
    } catch (error) {
      problems.push(describe(hash, error instanceof Error ? error.message : String(error)));
    }
  }
  refuseFile(problems);
  return trusted;
}

/** Validation lets kinds of operation pass that a schema has none of. */
function missingRoot(schema: GraphQLSchema, { definitions }: DocumentNode): string | undefined {
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    if (!schema.getRootType(definition.operation)) return `This API has no ${definition.operation}s.`;
  }
  return undefined;
}

function describe(hash: string, fault: string): string {
  return `has a document that can't run, ${hash}: ${fault}`;
}
