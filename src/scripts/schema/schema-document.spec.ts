import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { schemaDocument } from './schema-document.js';

const document = schemaDocument(
  buildSchema(`
    """Anything alive."""
    interface Being { "Its name." name: String! }

    """A dog."""
    type Dog implements Being {
      name: String!
      """
      What it barks | howls,
      such as \`wuff\`.
      """
      sounds("How loud." volume: Volume = LOUD, "How often." times: Int): [String!]!
      age: Int @deprecated(reason: "Ask \`born\` since 2026-01-01.")
    }
    type Cat implements Being { name: String! }

    "Who may be asked for."
    union Pet = Cat | Dog
    enum Volume { "Heard afar." LOUD QUIET @deprecated(reason: "Nobody is.") }
    input Wish { "Which." names: [String!] = ["Rex"], most: Int! }
    "A moment."
    scalar Moment @specifiedBy(url: "https://example.com/moment")

    type Query { "A pet." pet(name: String!): Pet, now: Moment! }
    type Mutation { adopt(wish: Wish): Dog }
  `),
);

function sectionOf(heading: string): string[] {
  const [, text = ''] = document.split(`\n### ${heading}\n`);
  return (text.split(/^##/m, 1)[0] ?? '').split('\n').filter((line) => line !== '');
}

describe('schemaDocument', () => {
  test('lists the sections of each kind with links, queries and mutations first', () => {
    expect(document.match(/^\*\*.*$/gm)).toEqual([
      '**[Queries](#queries)**: [pet](#querypet), [now](#querynow)',
      '**[Mutations](#mutations)**: [adopt](#mutationadopt)',
      '**[Objects](#objects)**: [Dog](#dog), [Cat](#cat)',
      '**[Interfaces](#interfaces)**: [Being](#being)',
      '**[Unions](#unions)**: [Pet](#pet)',
      '**[Inputs](#inputs)**: [Wish](#wish)',
      '**[Enums](#enums)**: [Volume](#volume)',
      '**[Scalars](#scalars)**: [String](#string), [Int](#int), [Moment](#moment), [Boolean](#boolean)',
    ]);
  });

  test('tells what a query answers and takes', () => {
    expect(sectionOf('Query.pet')).toEqual([
      'A pet.',
      'Answers [Pet](#pet).',
      '| argument | type | what it is |',
      '| --- | --- | --- |',
      '| `name` | [String](#string)! |  |',
    ]);
    expect(sectionOf('Query.now')).toEqual(['Answers [Moment](#moment)!.']);
  });

  test('gives arguments of fields rows of their own, with their defaults', () => {
    expect(sectionOf('Dog').slice(0, 2)).toEqual(['A dog.', 'Implements [Being](#being).']);
    expect(sectionOf('Dog')).toContain('| `sounds(volume:)` | [Volume](#volume) = `LOUD` | How loud. |');
    expect(sectionOf('Dog')).toContain('| `sounds(times:)` | [Int](#int) | How often. |');
  });

  test('keeps lists, marks and descriptions in one cell', () => {
    expect(sectionOf('Dog')).toContain(
      String.raw`| ${'`sounds`'} | \[[String](#string)!\]! | What it barks \| howls, such as ${'`wuff`'}. |`,
    );
  });

  test('says what is deprecated and why', () => {
    expect(sectionOf('Dog')).toContain('| `age` | [Int](#int) | **Deprecated**: Ask `born` since 2026-01-01. |');
    expect(sectionOf('Volume')).toContain('| `QUIET` | **Deprecated**: Nobody is. |');
  });

  test('links interfaces and unions with their types', () => {
    expect(sectionOf('Being')).toContain('Implemented by [Dog](#dog), [Cat](#cat).');
    expect(sectionOf('Pet')).toContain('One of [Cat](#cat), [Dog](#dog).');
  });

  test('tells the fields of inputs, and where scalars are specified', () => {
    expect(sectionOf('Wish').slice(2)).toEqual([
      String.raw`| ${'`names`'} | \[[String](#string)!\] = ${'`["Rex"]`'} | Which. |`,
      '| `most` | [Int](#int)! |  |',
    ]);
    expect(sectionOf('Moment')).toEqual(['A moment.', 'Specified at <https://example.com/moment>.']);
  });
});
