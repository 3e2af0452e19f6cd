import { expect, test } from '@jest/globals';
import {
  buildSchema,
  type DocumentNode,
  type GraphQLSchema,
  isObjectType,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { documents } from './queries/documents.js';

const schema = buildSchema(readFileSync(new URL('../../schema.gql', import.meta.url), 'utf8'));

test.each(Object.entries(documents))('the document %s fits the schema', (_, text) => {
  expect(validate(schema, parse(text))).toEqual([]);
});

test('every document is asked by some test', () => {
  const folder = new URL('.', import.meta.url);
  const specs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.spec.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const isAsked = (name: string): boolean =>
    specs.some((text) => new RegExp(`\\w\\((\\w+, )?${name}\\b|, ${name}, `).test(text));
  expect(Object.keys(documents).filter((name) => !isAsked(name))).toEqual([]);
});

test('every field of every object type is asked by some document', () => {
  const asked = new Set(Object.values(documents).flatMap((text) => fieldsAsked(schema, parse(text))));
  expect(fieldsOf(schema).filter((field) => !asked.has(field))).toEqual([]);
});

function fieldsOf(of: GraphQLSchema): string[] {
  return Object.values(of.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('__')
      ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
      : [],
  );
}

function fieldsAsked(of: GraphQLSchema, document: DocumentNode): string[] {
  const typeInfo = new TypeInfo(of);
  const fields: string[] = [];
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: ({ name }) => {
        fields.push(`${typeInfo.getParentType()?.name}.${name.value}`);
      },
    }),
  );
  return fields;
}
