import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { goodTmdbId, goodValue } from './good-values.js';

/** One argument, or input field below one, in a document that is good in all else. */
export interface Place {
  /** Such as `Query.discoverMovies(filter.voteAverage.gte:)`. */
  readonly name: string;
  /** The argument itself, such as `Movie.cast(first:)`. */
  readonly argument: string;
  readonly type: GraphQLInputType;
  /** The root field that leads there. */
  readonly root: string;
  /** The document with this text for a value and these variables. */
  readonly document: (value: string, variables: string) => string;
}

/** What leads from the root to a type, with `#` where its fields are selected. */
interface Way {
  readonly type: GraphQLObjectType;
  readonly text: string;
  readonly root: string;
}

/** Every argument of every field that queries or mutations lead to, and all input fields below them. */
export function placesOf(schema: GraphQLSchema, operation: 'query' | 'mutation', listId: string): Place[] {
  const rootType = operation === 'query' ? schema.getQueryType() : schema.getMutationType();
  if (!rootType) throw new Error(`The schema has no ${operation}.`);
  const places: Place[] = [];
  const seen = new Set([rootType.name]);
  const ways: Way[] = [{ type: rootType, text: '#', root: '' }];
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const field of fieldsOf(way.type)) {
      const root = way.root || field.name;
      for (const argument of field.args)
        places.push(...placesOfArgument({ operation, way, field, argument, root, listId }));
      for (const type of objectTypesOf(schema, field.type)) {
        if (operation === 'mutation' || seen.has(type.name)) continue;
        seen.add(type.name);
        const given = companionsOf(field, null, listId);
        const selection = isAbstractType(getNamedType(field.type)) ? `... on ${type.name} { # }` : '#';
        ways.push({ type, root, text: way.text.replace('#', `${field.name}${given} { ${selection} }`) });
      }
    }
  }
  return places;
}

interface Argued {
  readonly operation: string;
  readonly way: Way;
  readonly field: GraphQLField<unknown, unknown>;
  readonly argument: GraphQLArgument;
  readonly root: string;
  readonly listId: string;
}

function placesOfArgument({ operation, way, field, argument, root, listId }: Argued): Place[] {
  return holesOf(argument, listId, 0).map(({ path, type, fill }) => ({
    name: `${way.type.name}.${field.name}(${path}:)`,
    argument: `${way.type.name}.${field.name}(${argument.name}:)`,
    type,
    root,
    document: (value, variables) => {
      const call = `${field.name}${companionsOf(field, argument, listId, fill(value))}${selectionOf(field.type)}`;
      return `${operation} Q${variables} { ${way.text.replace('#', () => call)} }`;
    },
  }));
}

interface Hole {
  readonly path: string;
  readonly type: GraphQLInputType;
  readonly fill: (value: string) => string;
}

/** The value itself and, where it is an object or a list of objects, each field of it. */
function holesOf(input: GraphQLArgument | GraphQLInputField, listId: string, depth: number): Hole[] {
  const whole: Hole = { path: input.name, type: input.type, fill: (value) => value };
  const bare = isNonNullType(input.type) ? input.type.ofType : input.type;
  const type = getNamedType(input.type);
  if (!isInputObjectType(type) || depth > 4) return [whole];
  const wrap = isListType(bare) ? (text: string): string => `[${text}]` : (text: string): string => text;
  const inner = Object.values(type.getFields()).flatMap((field) =>
    holesOf(field, listId, depth + 1).map(({ path, type: below, fill }) => ({
      path: `${input.name}.${path}`,
      type: below,
      fill: (value: string) =>
        wrap(`{ ${besides(type.getFields(), field.name, listId)} ${field.name}: ${fill(value)} }`),
    })),
  );
  return [whole, ...inner];
}

/** What else an input object needs: what is required, and a film where it can name one. */
function besides(fields: Readonly<Record<string, GraphQLInputField>>, hole: string, listId: string): string {
  const namesFilm = hole === 'movieId' || !('movieId' in fields);
  return Object.values(fields)
    .filter(({ name }) => name !== hole)
    .filter((field) => isRequiredInputField(field) || (field.name === 'tmdbId' && !namesFilm))
    .map(({ name, type }) => `${name}: ${goodValue(name, type, listId)}`)
    .join(' ');
}

/** The arguments of a call: what is required, a number of the thing where it can be named so, and the given one. */
function companionsOf(
  field: GraphQLField<unknown, unknown>,
  hole: GraphQLArgument | null,
  listId: string,
  value = '',
): string {
  const isNamed = hole !== null && ['id', 'tmdbId', 'imdbId'].includes(hole.name);
  const texts = field.args.flatMap((argument) => {
    if (argument === hole) return [`${argument.name}: ${value}`];
    if (argument.name === 'tmdbId' && !isNamed) return [`tmdbId: ${goodTmdbId(getNamedType(field.type).name)}`];
    return isRequiredArgument(argument) ? [`${argument.name}: ${goodValue(argument.name, argument.type, listId)}`] : [];
  });
  return texts.length === 0 ? '' : `(${texts.join(' ')})`;
}

function selectionOf(output: GraphQLOutputType): string {
  const type = getNamedType(output);
  if (isObjectType(type)) return type.getFields()['totalCount'] === undefined ? ' { __typename }' : ' { totalCount }';
  if (!isAbstractType(type)) return '';
  return type.name.endsWith('Result') ? ' { __typename ... on UserError { message field } }' : ' { __typename }';
}

/** What may be anything comes last: a better way leads to what it can be. */
function fieldsOf(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  const fields = Object.values(type.getFields());
  return [
    ...fields.filter(({ name }) => !name.startsWith('node')),
    ...fields.filter(({ name }) => name.startsWith('node')),
  ];
}

function objectTypesOf(schema: GraphQLSchema, output: GraphQLOutputType): readonly GraphQLObjectType[] {
  const type = getNamedType(output);
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}
