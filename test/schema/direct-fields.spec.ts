import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { loadConfig } from '../../src/config/load-config.js';

/** Where Nest says what it made of `@ResolveField`. */
const isFieldResolver = 'graphql:resolve_property';
const parameters = '__routeArguments__';

type Resolvers = ReadonlyMap<string, unknown>;

let before: Resolvers = new Map();
let after: Resolvers = new Map();
let app: INestApplication;

function resolversOf(schema: GraphQLSchema): Resolvers {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  return new Map(
    types.flatMap((type) =>
      Object.values(type.getFields()).map(({ name, resolve }) => [`${type.name}.${name}`, resolve] as const),
    ),
  );
}

beforeAll(async () => {
  // What stands before and after in the making of the schema.
  jest.unstable_mockModule('../../src/platform/graphql/describe-roots.js', () => ({
    describeRoots: (schema: GraphQLSchema) => {
      before = resolversOf(schema);
      return schema;
    },
  }));
  jest.unstable_mockModule('../../src/platform/graphql/access/guard-fields.js', () => ({
    guardFields: (schema: GraphQLSchema) => {
      after = resolversOf(schema);
      return schema;
    },
  }));
  const { createApp } = await import('../../src/app.js');
  const needed = { TMDB_READ_TOKEN: 'none', DATABASE_URL: 'postgres://127.0.0.1:1/none', JWT_SECRET: 'x'.repeat(32) };
  app = await createApp(loadConfig({ LOG_LEVEL: 'silent', ...needed }));
});
afterAll(() => app.close());

/** Whether all `@ResolveField` methods of the app are without pipes, so that none has to be called by Nest. */
function methodsWithPipes(): string[] {
  const providers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.providers.values()]);
  return providers.flatMap(({ instance }) => {
    const prototype: unknown =
      typeof instance === 'object' && instance !== null ? Object.getPrototypeOf(instance) : null;
    if (typeof prototype !== 'object' || prototype === null) return [];
    return Object.getOwnPropertyNames(prototype).filter((name) => {
      const method: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
      if (typeof method !== 'function' || Reflect.getMetadata(isFieldResolver, method) !== true) return false;
      const declared = Reflect.getMetadata(parameters, prototype.constructor, name) as Record<
        string,
        { pipes: unknown[] }
      >;
      return Object.values(declared ?? {}).some(({ pipes }) => pipes.length > 0);
    });
  });
}

test('every field of an object that has a method calls it directly', () => {
  const ofObjects = [...after].filter(
    ([name, resolve]) => resolve !== undefined && !/^(Query|Mutation|__\w+)\./.test(name),
  );
  expect(ofObjects.length).toBeGreaterThan(90);
  // None is left to Nest for a good reason; if one will be, it is to be named here.
  expect(methodsWithPipes()).toEqual([]);
  expect(ofObjects.filter(([name, resolve]) => resolve === before.get(name)).map(([name]) => name)).toEqual([]);
});
