import { beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import { accessExtension } from '../../src/platform/graphql/access/access.decorator.js';
import { schemaOfApp } from '../support/app-schema.js';

type Field = GraphQLField<unknown, unknown>;

let schema: GraphQLSchema;

beforeAll(async () => {
  schema = await schemaOfApp();
});

/** Types that hold what somebody owns. */
const owned = ['User', 'List'];

function objects(): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  );
}

/** What leads to something owned from elsewhere, and what reads more of it; plain properties come with their owner. */
function isAccountField(parent: GraphQLObjectType, field: Field): boolean {
  if (parent === schema.getMutationType()) return true;
  const type = getNamedType(field.type);
  if (['Query', 'Movie'].includes(parent.name)) return [...owned, 'MovieViewerState'].includes(type.name);
  return owned.includes(parent.name) && isObjectType(type) && type.name !== 'PageInfo';
}

function accountFields(): [name: string, access: unknown][] {
  return objects().flatMap((parent) =>
    Object.values(parent.getFields())
      .filter((field) => isAccountField(parent, field))
      .map((field): [string, unknown] => [`${parent.name}.${field.name}`, field.extensions[accessExtension]]),
  );
}

/** Open on purpose: what they do for whoever is not signed in is theirs to decide, and tested there. */
const open = [
  'Mutation.login',
  'Mutation.logout',
  'Mutation.refreshSession',
  'Mutation.register',
  'Mutation.requestPasswordReset',
  'Mutation.resetPassword',
  'Mutation.verifyEmail',
  'Movie.viewerState',
  'Query.list',
  'Query.viewer',
];

describe('Fields of accounts', () => {
  test('all say whom they answer', () => {
    const silent = accountFields().filter(([, access]) => access !== 'VIEWER' && access !== 'EVERYONE');
    expect(silent).toEqual([]);
  });

  test('are open to everyone only where that is meant', () => {
    const openFields = accountFields().flatMap(([name, access]) => (access === 'EVERYONE' ? [name] : []));
    expect(openFields.filter((name) => !/^(List|MovieViewerState)\./.test(name)).toSorted()).toEqual(open.toSorted());
  });

  test('are more than a few', () => {
    expect(accountFields().length).toBeGreaterThan(30);
  });
});

describe('The schema', () => {
  const secrets = ['AuthSuccess.accessToken', 'AuthSuccess.refreshToken', 'AuthSuccess.deviceToken'];

  test('gives no hash, and tokens only to whoever signs in', () => {
    const names = objects().flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
    const telling = names.filter(
      (name) => /\.\w*(hash|token|password|secret)$/i.test(name) && !name.startsWith('Mutation.'),
    );
    expect(telling.toSorted()).toEqual(secrets.toSorted());
  });

  test('gives an address only on `User`, which only its owner gets', () => {
    const names = objects().flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
    expect(names.filter((name) => /\.e?mail/i.test(name))).toEqual(['User.email']);
  });
});
