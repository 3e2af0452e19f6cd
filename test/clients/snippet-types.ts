import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Block, blocksOf } from '../docs/blocks.js';
import { shownFileOf } from '../docs/shown-code.js';

/** Code of a document that stands in no file, so that nothing else looks at it. */
export interface Snippet {
  /** Such as `docs/demo.md:35`. */
  readonly place: string;
  readonly block: Block;
}

export function snippetsOf(document: string, markdown: string): Snippet[] {
  const code = blocksOf(markdown).filter(({ language }) => ['ts', 'tsx'].includes(language));
  const apart = code.filter((block) => shownFileOf(block) === undefined);
  return apart.map((block) => ({ place: `${document}:${block.firstLine}`, block }));
}

/** What tsc says of them, each as a module of its own and as it stands, such as `docs/demo.md:35 error TS2304: …`. */
export async function typeFaults(snippets: readonly Snippet[]): Promise<string[]> {
  const folder = await mkdtemp(join(import.meta.dirname, 'snippets-'));
  try {
    const config = {
      extends: '../tsconfig.json',
      // Beside the suites of test/, whose way to other files the documents show.
      compilerOptions: { rootDirs: ['..', '../..'] },
      include: ['.'],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    await Promise.all(snippets.map(({ block }, at) => writeFile(join(folder, `${at}.${block.language}`), block.text)));
    const said = await compile(folder);
    return said.map((line) => line.replace(/^.*?(\d+)\.tsx?\(\d+,\d+\):/, (_, at) => snippets[Number(at)]!.place));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The lines that tsc prints, none where all is well. */
function compile(folder: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    execFile('tsc', ['--project', basename(folder)], { cwd: import.meta.dirname }, (error, said) => {
      // Another code than its own: it did not run.
      if (error !== null && said === '') reject(error);
      else resolve(said.split('\n').filter((line) => line !== ''));
    });
  });
}
