import type { Block } from './blocks.js';
import type { Tree } from './tree.js';

/** The file that a block is taken from: the line before it ends with the name, as a link and with a colon. */
export function shownFileOf({ lead }: Block): string | undefined {
  return /\[`(?<file>[\w./-]+)`\]\([^)]+\):$/.exec(lead)?.groups?.['file'];
}

/** Of a block that names its file: what is shown has to stand there, line for line. */
export function shownFaults(block: Block, tree: Tree): string[] {
  const file = shownFileOf(block);
  if (file === undefined) return [];
  if (!tree.has(file)) return [`there is no ${file}`];
  return `\n${tree.read(file)}`.includes(`\n${block.text}`) ? [] : [`${file} has it otherwise`];
}
