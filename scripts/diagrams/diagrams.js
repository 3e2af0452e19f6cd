import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { appearance } from './appearance.js';

export const pictureFolder = 'docs/diagrams';

/** All Mermaid blocks of the documents, in the order of files and lines. */
export function diagramsOf(files = ['README.md', ...globSync('docs/**/*.md').toSorted()]) {
  return files.flatMap((file) => diagramsIn(readFileSync(file, 'utf8'), file));
}

export function diagramsIn(text, file) {
  return [...text.matchAll(/^```mermaid\n([^]*?)^```$/gm)].map(([, source]) => ({
    file,
    title: lineOf(source, 'accTitle'),
    description: lineOf(source, 'accDescr'),
    source,
  }));
}

/** Where the picture of a diagram is: its title names it, in whichever document it stands. */
export function pictureOf({ title, file }) {
  if (title === null) throw new Error(`A diagram in ${file} has no accTitle, which names its picture`);
  const name = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${pictureFolder}/${name}.png`;
}

export function pictures() {
  return globSync(`${pictureFolder}/*.png`).toSorted();
}

/** Of all that a picture is drawn from. */
export function fingerprintOf({ source }) {
  return createHash('sha256').update(JSON.stringify(appearance)).update(source).digest('hex');
}

function lineOf(source, keyword) {
  return new RegExp(`^\\s*${keyword}:\\s*(.+)$`, 'm').exec(source)?.[1] ?? null;
}
