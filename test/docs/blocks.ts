/** A fenced block of a document. */
export interface Block {
  /** The first word behind the fence, such as `graphql`; empty where there is none. */
  readonly language: string;
  /** The other words there, such as `variables`. */
  readonly remark: string;
  /** What is inside, each line with its end. */
  readonly text: string;
  /** The lines of its two fences, from 1. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** The last line of prose before it. */
  readonly lead: string;
}

const fence = /^ *(?<ticks>`{3,}|~{3,})(?<info>[^`]*)$/;

/** @throws Error where a block is not closed. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split('\n');
  let lead = '';
  for (let at = 0; at < lines.length; at += 1) {
    const { ticks, info } = fence.exec(lines[at] ?? '')?.groups ?? {};
    if (ticks === undefined || info === undefined) {
      lead = lines[at]?.trim() || lead;
      continue;
    }
    const end = lines.findIndex((line, index) => index > at && line.trim() === ticks);
    if (end === -1) throw new Error(`The block in line ${at + 1} is not closed.`);
    const [language = '', ...remarks] = info.trim().split(/\s+/);
    const text = lines.slice(at + 1, end).map((line) => `${line}\n`);
    blocks.push({
      language,
      remark: remarks.join(' '),
      text: text.join(''),
      firstLine: at + 1,
      lastLine: end + 1,
      lead,
    });
    at = end;
  }
  return blocks;
}

/** The document with empty lines where its blocks are. */
export function proseOf(markdown: string): string {
  const lines = markdown.split('\n');
  for (const { firstLine, lastLine } of blocksOf(markdown)) {
    lines.fill('', firstLine - 1, lastLine);
  }
  return lines.join('\n');
}

/** The document with other texts in some of its blocks. */
export function withTexts(markdown: string, texts: ReadonlyMap<Block, string>): string {
  const lines = markdown.split('\n');
  for (const [{ firstLine, lastLine }, text] of [...texts].toSorted(([a], [b]) => b.firstLine - a.firstLine)) {
    lines.splice(firstLine, lastLine - firstLine - 1, ...text.trimEnd().split('\n'));
  }
  return lines.join('\n');
}
