import { dirname, join } from 'node:path';
import { proseOf } from './blocks.js';
import type { Tree } from './tree.js';

/**
 * The files and folders that a document names in backticks: what has a slash and either begins with a folder of the tree
 * or ends like a file. Media types do neither.
 */
export function namedFilesOf(markdown: string, tree: Tree): string[] {
  const names = [...proseOf(markdown).matchAll(/`([\w.-]+(?:\/[\w.-]+)*\/?)`/g)].map(([, name = '']) => name);
  return names.filter(
    (name) => name.includes('/') && (tree.has(name.split('/', 1)[0] ?? '') || /\.[a-z]{2,4}$/.test(name)),
  );
}

/** Those that are neither there from the top nor beside the document. */
export function missingFilesOf(file: string, markdown: string, tree: Tree): string[] {
  return namedFilesOf(markdown, tree).filter(
    (name) => !tree.has(sourceOf(name)) && !tree.has(join(dirname(file), name)),
  );
}

/** What is built stands for its source, since a fresh clone has not built it. */
export function sourceOf(name: string): string {
  return name.startsWith('dist/demo/')
    ? name.replace('dist/', '').replace(/\.js$/, '.ts')
    : name.replace(/^dist\//, 'src/').replace(/^(src\/.*)\.js$/, '$1.ts');
}
