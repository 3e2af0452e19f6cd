import type { GraphQLNamedType, GraphQLSchema } from 'graphql';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql';
import { anchorOf, headingOf } from './heading.js';
import { rootFieldSections } from './root-field-section.js';
import type { Section } from './section.js';
import { typeSection } from './type-section.js';

/** What stands together in the document, in its order. */
const kinds: readonly [title: string, isOne: (type: GraphQLNamedType) => boolean][] = [
  ['Objects', isObjectType],
  ['Interfaces', isInterfaceType],
  ['Unions', isUnionType],
  ['Inputs', isInputObjectType],
  ['Enums', isEnumType],
  ['Scalars', isScalarType],
];

/** The whole of `docs/schema.md`, in the order of the schema. */
export function schemaDocument(schema: GraphQLSchema): string {
  const roots = [schema.getQueryType(), schema.getMutationType()].filter((type) => type !== null && type !== undefined);
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !roots.some((root) => root === type),
  );
  const chapters = [
    ...roots.map((root) => ({ title: headingOf(root), sections: rootFieldSections(root) })),
    ...kinds.map(([title, isOne]) => ({
      title,
      sections: types.filter(isOne).map((type) => typeSection(type, schema)),
    })),
  ].filter(({ sections }) => sections.length > 0);
  return `# Schema

Printed by \`npm run schema\` from the code, as \`schema.gql\` is. A \`!\` says that a value is never null, brackets are a
list. [cookbook.md](cookbook.md) has queries with their answers.

${chapters.map(contentsOf).join('\n\n')}

${chapters.map(({ title, sections }) => `## ${title}\n\n${sections.map(textOf).join('\n\n')}`).join('\n\n')}
`;
}

interface Chapter {
  readonly title: string;
  readonly sections: readonly Section[];
}

function contentsOf({ title, sections }: Chapter): string {
  const links = sections.map(({ heading, label }) => `[${label}](#${anchorOf(heading)})`);
  return `**[${title}](#${anchorOf(title)})**: ${links.join(', ')}`;
}

function textOf({ heading, parts }: Section): string {
  return [`### ${heading}`, ...parts].join('\n\n');
}
