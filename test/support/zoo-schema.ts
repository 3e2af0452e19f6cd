import { buildSchema, type GraphQLFieldResolver, type GraphQLObjectType } from 'graphql';

/** A schema with a little of everything, for tests of what executes it. */
export const schema = buildSchema(`
  enum Kind { OWL EEL }
  scalar Day
  interface Being { name: String! }
  type Keeper implements Being { name: String! animals: [Animal!] }
  type Animal implements Being {
    name: String! kind: Kind age: Int weight: Float isAwake: Boolean born: Day keeper: Keeper slowName: String
    says(times: Int = 1): String asked: String
  }
  union Thing = Animal | Keeper
  input By { name: String, ages: [Int!] }
  type Query {
    animal(kind: Kind!): Animal
    beings: [Being!]! things: [Thing]
    grid: [[Int]!] numbers: [Int!] maybe: [Animal] some: [Animal!]
    slow: Animal slowMany: [Animal!]
    find(by: By!): String
    fails: String failsLater: String failsByValue: String failsInList: [String]
    never: String! neverInList: [String!] noList: [Int] noType: Being noLeaf: Int
  }
`);

export const kinds = ['OWL', 'EEL'];

interface Animal {
  readonly __typename: 'Animal';
  readonly name: string;
  readonly kind: string;
  readonly says: (given: { times?: number | null }) => string;
  readonly [field: string]: unknown;
}

function animal(kind: string): Animal {
  const name = kind === 'OWL' ? 'Ülü' : 'Eel';
  return {
    __typename: 'Animal',
    name,
    kind,
    age: 7,
    weight: kind === 'OWL' ? 1.5 : 1e21,
    isAwake: false,
    born: '2026-01-02',
    keeper: kind === 'OWL' ? { __typename: 'Keeper', name: 'Kim' } : null,
    slowName: Promise.resolve(name),
    says: ({ times }) => 'hu'.repeat(times ?? 0),
    asked: (_: object, { asked }: { asked: string }) => asked,
  };
}

const owl = animal('OWL');
const eel = animal('EEL');
const keeper = { __typename: 'Keeper', name: 'Kim', animals: [owl, eel] };

const resolvers: Readonly<Record<string, GraphQLFieldResolver<unknown, unknown>>> = {
  animal: (_, { kind }) => animal(kind as string),
  beings: () => [owl, keeper, Promise.resolve(eel)],
  things: () => Promise.resolve([keeper, null, owl]),
  grid: () => [[1, null], [], [2]],
  numbers: () => [1, 2],
  maybe: () => [null, owl, Promise.resolve(null)],
  some: () => new Set([owl, eel]),
  slow: () => Promise.resolve(owl),
  slowMany: () => [owl, Promise.resolve(eel)],
  find: (_, given) => JSON.stringify(given),
  fails: () => {
    throw new Error('no');
  },
  failsLater: () => Promise.reject(new Error('no')),
  failsByValue: () => new Error('no'),
  failsInList: () => ['a', new Error('no')],
  never: () => null,
  neverInList: () => ['a', null],
  noList: () => 7,
  noType: () => ({ __typename: 'Kind' }),
  noLeaf: () => 'seven',
};

const { Query: query } = schema.getTypeMap() as { readonly Query: GraphQLObjectType };
for (const [name, resolve] of Object.entries(resolvers)) Object.assign(query.getFields()[name] ?? {}, { resolve });
