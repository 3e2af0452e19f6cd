import './require-node.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

// The steps of the Dockerfile, without Docker: in bare folders, by bubblewrap. The sizes are those of the image's own
// layers; those of node:24-slim come on top. `--out=FOLDER` keeps what was built, and tells in `image.json` how it is run.
// Loaded now: an older Node lacks some of what it imports, and would say so before it is told what it needs.
const { build } = await import('./image/build.js');
const { values } = parseArgs({ options: { out: { type: 'string' } } });
const folder = values.out === undefined ? mkdtempSync(join(tmpdir(), 'watchme-image-')) : resolve(values.out);
try {
  const stages = build({ project: '.', folder, tell: (line) => process.stdout.write(`${line}\n`) });
  if (values.out !== undefined) writeFileSync(join(folder, 'image.json'), JSON.stringify(describe(stages)));
} finally {
  if (values.out === undefined) rmSync(folder, { recursive: true, force: true });
}

function describe(stages) {
  const told = [...stages].map(([name, { root, workdir, settings, base }]) => [
    name,
    { root, workdir, settings, mounts: base.mounts() },
  ]);
  return Object.fromEntries(told);
}
