import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, type FragmentDefinitionNode, type GraphQLObjectType, Kind, parse } from 'graphql';
import { collectFields as collectOfGraphql } from 'graphql/execution/collectFields.js';
import { collectFields } from './collect-fields.js';
import { switchesOf } from './switches.js';

const schema = buildSchema(`
  interface Node { id: ID }
  union Any = One | Two
  type One implements Node { id: ID a: Int b: One }
  type Two implements Node { id: ID a: Int }
  type Query { one: One }
`);

const condition = fc.constantFrom(
  '',
  '',
  '',
  '@skip(if: $x)',
  '@include(if: $x)',
  '@skip(if: $y) @include(if: $x)',
  '@skip(if: true)',
  '@include(if: false)',
  '@include(if: true)',
);
const type = fc.constantFrom('', 'on One', 'on Two', 'on Node', 'on Any');

/** Selections of an object, fragments in fragments. They need not be valid: only what is collected counts. */
const { selections } = fc.letrec<{ selections: string; selection: string }>((tie) => ({
  selections: fc.array(tie('selection'), { minLength: 1, maxLength: 4 }).map((all) => `{ ${all.join(' ')} }`),
  selection: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(fc.constantFrom('id', 'a', 'b', 'k: a', 'k: b', '__typename'), condition).map((parts) => parts.join(' ')),
    fc.tuple(fc.constantFrom('...F', '...G', '...H'), condition).map((parts) => parts.join(' ')),
    fc.tuple(type, condition, tie('selections')).map(([on, directive, inner]) => `... ${on} ${directive} ${inner}`),
  ),
}));

const named = fc.constantFrom('One', 'Two', 'Node', 'Any');

test('fields are collected as by GraphQL’s own executor', () => {
  fc.assert(
    fc.property(
      fc.record({ selections, fragments: fc.array(fc.tuple(named, selections), { minLength: 3, maxLength: 3 }) }),
      fc.record({ x: fc.boolean(), y: fc.boolean() }),
      fc.constantFrom('One', 'Two'),
      (made, variables, typeName) => {
        const texts = made.fragments.map(
          ([on, inner], index) => `fragment ${['F', 'G', 'H'][index]} on ${on} ${inner}`,
        );
        const { definitions } = parse([`query ($x: Boolean!, $y: Boolean!) ${made.selections}`, ...texts].join('\n'));
        const [operation] = definitions;
        if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('No operation');
        const fragments: Record<string, FragmentDefinitionNode> = {};
        for (const each of definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments[each.name.value] = each;
        const object = schema.getType(typeName) as GraphQLObjectType;
        const expected = collectOfGraphql(schema, fragments, variables, object, operation.selectionSet);
        const compiled = { schema, operation, fragments };
        expect([...collectFields(compiled, object, [operation.selectionSet], variables)]).toEqual([...expected]);
        const text = [made.selections, ...texts].join();
        const used = ['x', 'y'].filter((name) => text.includes(`$${name}`));
        expect(switchesOf(compiled).toSorted()).toEqual(used);
      },
    ),
    { numRuns: 500 },
  );
});
