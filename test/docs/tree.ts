import { existsSync, readFileSync } from 'node:fs';

/** The files that documents speak of, by their paths from the top. */
export interface Tree {
  readonly has: (path: string) => boolean;
  readonly read: (path: string) => string;
}

export const workingTree: Tree = { has: existsSync, read: (path) => readFileSync(path, 'utf8') };

/** A tree of these files and the folders they are in. */
export function treeOf(files: Readonly<Record<string, string>>): Tree {
  const isFolder = (path: string): boolean =>
    Object.keys(files).some((file) => file.startsWith(path.endsWith('/') ? path : `${path}/`));
  return { has: (path) => path in files || isFolder(path), read: (path) => files[path] ?? '' };
}
