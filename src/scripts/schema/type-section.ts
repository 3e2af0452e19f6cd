import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql';
import { fieldTable, inputTable } from './field-table.js';
import { linkTo } from './heading.js';
import { descriptionText, tableText } from './reference-text.js';
import type { Section } from './section.js';

/** A type, with links to those it has to do with. */
export function typeSection(type: GraphQLNamedType, schema: GraphQLSchema): Section {
  const description = descriptionText({ description: type.description ?? null });
  return { heading: type.name, label: type.name, parts: [description, ...partsOf(type, schema)].filter(Boolean) };
}

function partsOf(type: GraphQLNamedType, schema: GraphQLSchema): string[] {
  if (isObjectType(type)) {
    return [listText('Implements', type.getInterfaces()), fieldTable(Object.values(type.getFields()))];
  }
  if (isInterfaceType(type)) {
    const { objects, interfaces } = schema.getImplementations(type);
    return [listText('Implemented by', [...interfaces, ...objects]), fieldTable(Object.values(type.getFields()))];
  }
  if (isUnionType(type)) return [listText('One of', type.getTypes())];
  if (isInputObjectType(type)) return [inputTable('field', Object.values(type.getFields()))];
  if (isEnumType(type)) {
    const rows = type.getValues().map((value) => [`\`${value.name}\``, descriptionText(value)]);
    return [tableText(['value', 'what it means'], rows)];
  }
  return isScalarType(type) && type.specifiedByURL ? [`Specified at <${type.specifiedByURL}>.`] : [];
}

function listText(words: string, types: readonly GraphQLNamedType[]): string {
  return types.length === 0 ? '' : `${words} ${types.map(linkTo).join(', ')}.`;
}
