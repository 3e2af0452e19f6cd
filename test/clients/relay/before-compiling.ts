import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode, parse, print, visit } from 'graphql';

/**
 * The schema as relay-compiler takes it: it refuses `@refetchable` where `node` has more arguments than the ID. Those that
 * are left out may be left out of a request, too; the language then comes from Accept-Language.
 */
const schema = visit(parse(readFileSync('../../schema.gql', 'utf8')), {
  ObjectTypeDefinition: (type) => (type.name.value === 'Query' ? withPlainNode(type) : false),
});
writeFileSync('relay/schema.graphql', print(schema));

// relay-compiler wants the list of documents to be there, and adds what is not compiled yet.
rmSync('relay/__generated__', { recursive: true, force: true });
writeFileSync('relay/trusted-documents.json', '{}');

function withPlainNode(query: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
  return { ...query, fields: query.fields?.map((field) => (field.name.value === 'node' ? onlyId(field) : field)) };
}

function onlyId(field: FieldDefinitionNode): FieldDefinitionNode {
  const required = field.arguments?.filter(({ type }) => type.kind === Kind.NON_NULL_TYPE);
  return { ...field, arguments: required };
}
