import type { Block } from './blocks.js';
import { sourceOf } from './named-files.js';
import type { Tree } from './tree.js';

/** Programs that only somebody with an AWS account, or a Docker engine, can run: a line before the block says so. */
const elsewhere = new Map([
  ['Needs AWS.', ['aws', 'copilot']],
  ['Needs Docker.', ['docker']],
]);
const here = new Set(['cd', 'cp', 'curl', 'export', 'git', 'node', 'npm', 'openssl', 'rm']);
/** Of npm itself; the others are of `package.json`. */
const ofNpm = new Set(['ci', 'install', 'run']);

/** What of these commands nobody could run. */
export function shellFaults({ text, lead }: Block, tree: Tree): string[] {
  const commands = commandsOf(text);
  const programs = new Set(commands.map(([program = '']) => program));
  const faults = [...programs].flatMap((program) => programFault(program));
  for (const [mark, marked] of elsewhere) {
    const isNeeded = marked.some((program) => programs.has(program));
    if (isNeeded !== (lead === mark))
      faults.push(isNeeded ? `"${mark}" does not stand before it` : `needs no "${mark}"`);
  }
  return [...faults, ...commands.flatMap((words) => argumentFault(words, tree))];
}

/** The npm scripts that a document names anywhere and that there are not. */
export function missingScriptsOf(markdown: string, scripts: Readonly<Record<string, string>>): string[] {
  const named = [...markdown.matchAll(/\bnpm run (?:--silent )?([\w:]+)/g)].map(([, name = '']) => name);
  return named.filter((name) => scripts[name] === undefined);
}

function programFault(program: string): string[] {
  const isKnown = here.has(program) || [...elsewhere.values()].some((programs) => programs.includes(program));
  return isKnown ? [] : [`no document runs ${program}`];
}

function argumentFault([program, ...words]: string[], tree: Tree): string[] {
  if (program === 'npm' && words[0] !== undefined && !ofNpm.has(words[0])) {
    const scripts = (JSON.parse(tree.read('package.json')) as { scripts: Record<string, string> }).scripts;
    return scripts[words[0]] === undefined ? [`there is no npm ${words[0]}`] : [];
  }
  if (program !== 'node') return [];
  const files = words.filter((word) => word.endsWith('.js')).map((word) => sourceOf(word.replace(/^\.\//, '')));
  return files.filter((file) => !tree.has(file)).map((file) => `there is no ${file}`);
}

/** The words of each command, without the variables it is given; what stands in quotes is one word. */
function commandsOf(text: string): string[][] {
  const plain = text.replaceAll('\\\n', ' ').replaceAll(/'[^']*'|"[^"]*"/g, 'quoted');
  const commands = plain.split(/\n|&&|\||;/).map((command) => command.replaceAll(/#.*$/g, '').trim());
  return commands
    .map((command) => command.replace(/^(?:[A-Z_]+=\$\()/, '').replace(/^(?:[A-Z_]+=\S*\s*)+/, ''))
    .filter((command) => command !== '')
    .map((command) => command.split(/\s+/));
}
