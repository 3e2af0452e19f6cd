import { createHash } from 'node:crypto';

export const originalFile = 'README.md';
export const translatedFile = 'README.pt-BR.md';

/** What is right in both languages. */
const sameInBoth = new Set(['# WatchMe', '[MIT](LICENSE)']);

interface Block {
  /** Such as `a table of 7 lines`. */
  readonly kind: string;
  readonly text: string;
  readonly line: number;
}

/**
 * Where a translation has another structure than its original, or says other than words differently: blocks of code,
 * names in backticks, links and numbers are the same in both. Once the structures part, only the first place is told.
 */
export function differencesOf(original: string, translation: string): string[] {
  const blocks = blocksOf(original);
  const translated = blocksOf(translation);
  const parting = Array.from({ length: Math.max(blocks.length, translated.length) }, (_, index) => index).find(
    (index) => blocks[index]?.kind !== translated[index]?.kind,
  );
  if (parting !== undefined) {
    return [
      `${placeOf(originalFile, blocks[parting])}, ${placeOf(translatedFile, translated[parting])}: give both the same.`,
    ];
  }
  return blocks.flatMap((block, index) => faultsOf(block, translated[index] ?? block));
}

/**
 * What to do when the words of either were changed since somebody last saw that both say the same; null when they were
 * not. No test can read that, so a fingerprint of both at the foot of the translation holds it.
 */
export function stepFaultOf(original: string, translation: string): string | null {
  const mark = `<!-- Em dia com o ${originalFile}: ${fingerprintOf(original, translation)} -->`;
  return translation.trimEnd().endsWith(mark)
    ? null
    : `${originalFile} or ${translatedFile} was changed. See that both say the same, then end ${translatedFile} with ${mark}`;
}

function fingerprintOf(...documents: string[]): string {
  const words = documents.map((document) => blocksOf(document).filter(({ kind }) => !isCode(kind)));
  const text = JSON.stringify(words.map((blocks) => blocks.map((block) => block.text.replaceAll(/\s+/g, ' '))));
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Code, headings, and what stands between empty lines. */
function blocksOf(markdown: string): Block[] {
  const shown = markdown.replaceAll(/<!--[^]*?-->/g, '');
  const found = shown.matchAll(/^```[^]*?^```$|^#+ .*$|(?:^(?!```|#+ )[^\n]*\S[^\n]*\n?)+/gm);
  return [...found].map(({ 0: text, index }) => ({
    kind: kindOf(text),
    text: text.trim(),
    line: shown.slice(0, index).split('\n').length,
  }));
}

function kindOf(text: string): string {
  const lines = text.trim().split('\n');
  const [first = ''] = lines;
  if (first.startsWith('```')) return `code (${first.slice(3)})`;
  if (/^#+ /.test(first)) return `a heading of level ${first.indexOf(' ')}`;
  if (first.startsWith('|')) return `a table of ${lines.length} lines`;
  if (first.startsWith('- ')) return `a list of ${lines.filter((line) => line.startsWith('- ')).length}`;
  return 'a paragraph';
}

function isCode(kind: string): boolean {
  return kind.startsWith('code');
}

function placeOf(file: string, block: Block | undefined): string {
  return block === undefined ? `${file} ends` : `${file}:${block.line} has ${block.kind}`;
}

function faultsOf(block: Block, translated: Block): string[] {
  const place = `${originalFile}:${block.line}, ${translatedFile}:${translated.line}`;
  if (isCode(block.kind)) {
    return block.text === translated.text ? [] : [`${place}: the code differs; copy it from the one that is right.`];
  }
  if (block.text === translated.text && !sameInBoth.has(block.text)) {
    return [`${place}: "${block.text}" is not translated.`];
  }
  return marks.flatMap(([kind, marksOf]) => {
    const [own, other] = [marksOf(block.text), marksOf(translated.text)].map((found) => found.toSorted().join(' '));
    return own === other ? [] : [`${place}: ${kind} differ: ${own} / ${other}.`];
  });
}

const link = /\]\(([^)]+)\)|<(\w+:[^>]+)>/g;
const name = /`[^`]+`/g;

/** What is the same in every language, though not in the same order. */
const marks: readonly [kind: string, marksOf: (text: string) => string[]][] = [
  ['names', (text) => text.match(name) ?? []],
  ['links', (text) => [...text.matchAll(link)].map(([, target, bare]) => linkOf(target ?? bare ?? ''))],
  ['numbers', (text) => numbersOf(text.replaceAll(link, ']').replaceAll(name, ''))],
];

/** As digits alone, since 1,000 and 0.64 are 1.000 and 0,64 elsewhere. */
function numbersOf(words: string): string[] {
  return (words.match(/\d[\d.,]*/g) ?? []).map((number) => number.replaceAll(/[.,]/g, ''));
}

/** Each names the other. */
function linkOf(target: string): string {
  return target === originalFile ? translatedFile : target;
}
