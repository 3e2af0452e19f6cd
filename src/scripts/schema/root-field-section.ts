import type { GraphQLField, GraphQLObjectType } from 'graphql';
import { inputTable } from './field-table.js';
import { descriptionText, typeText } from './reference-text.js';
import type { Section } from './section.js';

/** One for each field of `Query` or `Mutation`. */
export function rootFieldSections(root: GraphQLObjectType): Section[] {
  return Object.values(root.getFields()).map((field) => sectionOf(field, root.name));
}

function sectionOf(field: GraphQLField<unknown, unknown>, root: string): Section {
  return {
    heading: `${root}.${field.name}`,
    label: field.name,
    parts: [
      descriptionText(field),
      `Answers ${typeText(field.type)}.`,
      ...(field.args.length > 0 ? [inputTable('argument', field.args)] : []),
    ],
  };
}
