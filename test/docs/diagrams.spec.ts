import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import {
  type Diagram,
  diagramsIn,
  diagramsOf,
  fingerprintOf,
  pictureOf,
  pictures,
} from '../../scripts/diagrams/diagrams.js';
import { noteOf, withNote } from '../../scripts/diagrams/png-note.js';

const diagrams = diagramsOf();

function isCurrent(diagram: Diagram): boolean {
  const picture = pictureOf(diagram);
  return existsSync(picture) && noteOf(readFileSync(picture)) === fingerprintOf(diagram);
}

describe('the diagrams of the documents', () => {
  test.each(['Architecture on AWS', 'Architecture on one machine', 'Authentication flow', 'Data flow'])(
    'have %s, in the document of the architecture',
    (title) => {
      expect(diagrams).toContainEqual(expect.objectContaining({ file: 'docs/architecture.md', title }));
    },
  );

  test('have the tables, where they are printed from the entities', () => {
    expect(diagrams).toContainEqual(expect.objectContaining({ file: 'docs/erd.md', title: 'Tables' }));
  });

  test.each(diagrams)('say "$title" to those who can not see them, and what it shows', ({ title, description }) => {
    expect(title).toMatch(/^[A-Z]/);
    expect(description).toMatch(/^[A-Z].{20,}\.$/);
  });

  // Mermaid has drawn what has a picture: that it can be parsed needs no other proof.
  test('are as their pictures show them; if not, run `npm run diagrams`', () => {
    expect(diagrams.filter((diagram) => !isCurrent(diagram)).map(pictureOf)).toEqual([]);
  });

  test('have a picture each, and there are no others; if not, run `npm run diagrams`', () => {
    expect(pictures()).toEqual(diagrams.map(pictureOf).toSorted());
  });

  test('are out of date with their pictures after any change', () => {
    const changed = diagrams.map((diagram) => ({ ...diagram, source: diagram.source.replace('a', 'b') }));
    expect(changed.filter(isCurrent)).toEqual([]);
  });
});

describe('a document', () => {
  test('gives its Mermaid blocks, and none of another language', () => {
    const text = '# A\n\n```mermaid\nflowchart TB\n  accTitle: A to B\n  a --> b\n```\n\n```sh\nls\n```\n';
    expect(diagramsIn(text, 'a.md')).toEqual([
      {
        file: 'a.md',
        title: 'A to B',
        description: null,
        source: 'flowchart TB\n  accTitle: A to B\n  a --> b\n',
      },
    ]);
  });

  test('with a diagram that has no title is named, since its picture has no name', () => {
    const [untitled] = diagramsIn('```mermaid\nflowchart TB\n```\n', 'a.md');
    expect(() => pictureOf(untitled!)).toThrow('A diagram in a.md has no accTitle');
  });
});

describe('a note in a picture', () => {
  const picture = readFileSync(pictureOf(diagrams[0]!));
  /** The smallest there is: one pixel, white. */
  const bare = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==',
    'base64',
  );

  test('is read as it was written', () => {
    expect(noteOf(withNote(bare, 'drawn by hand'))).toBe('drawn by hand');
  });

  test('is null where there is none', () => {
    expect(noteOf(bare)).toBeNull();
  });

  test('stands behind the header and leaves all else as it was', () => {
    const noted = withNote(bare, 'x');
    const length = noted.length - bare.length;
    expect(noted.subarray(0, 33).equals(bare.subarray(0, 33))).toBe(true);
    expect(noted.subarray(33 + length).equals(bare.subarray(33))).toBe(true);
  });

  test('is found in the pictures that were drawn', () => {
    expect(noteOf(picture)).toMatch(/^[0-9a-f]{64}$/);
  });
});
