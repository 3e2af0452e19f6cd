import { globSync } from 'node:fs';

/** Whatever people read here, from the top of the tree. */
export const documents = globSync(['*.md', 'docs/**/*.md', 'examples/**/*.md', 'bench/*.md', 'test/**/*.md'], {
  exclude: ['**/node_modules/**'],
}).toSorted();
