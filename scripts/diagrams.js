import './require-node.js';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

// `npm run diagrams`: draws each Mermaid block of the documents that is new or has changed, and removes pictures of
// what is gone. `-- --all` draws all of them.
// Loaded now: an older Node lacks some of what it imports, and would say so before it is told what it needs.
const { diagramsOf, fingerprintOf, pictureOf, pictures, pictureFolder } = await import('./diagrams/diagrams.js');
const { noteOf, withNote } = await import('./diagrams/png-note.js');

const drawsAll = process.argv.includes('--all');
const diagrams = diagramsOf();
const wanted = new Set(diagrams.map(pictureOf));
mkdirSync(pictureFolder, { recursive: true });
for (const file of pictures().filter((name) => !wanted.has(name))) rmSync(file);

const stale = diagrams.filter((diagram) => drawsAll || !pictures().includes(pictureOf(diagram)) || !isCurrent(diagram));
if (stale.length > 0) await draw(stale);
process.stdout.write(`${stale.length} of ${diagrams.length} drawn\n`);

function isCurrent(diagram) {
  return noteOf(readFileSync(pictureOf(diagram))) === fingerprintOf(diagram);
}

async function draw(chosen) {
  const { openCanvas } = await import('./diagrams/canvas.js');
  const canvas = await openCanvas();
  try {
    for (const diagram of chosen) {
      const png = await canvas.draw(diagram);
      writeFileSync(pictureOf(diagram), withNote(png, fingerprintOf(diagram)));
      process.stdout.write(`${pictureOf(diagram)}\n`);
    }
  } finally {
    await canvas.close();
  }
}
