import { readFileSync, writeFileSync } from 'node:fs';
import type { Api } from './api.js';

/** The endpoint and the pictures as `npm start` has them, and so as the documents write them. */
export const documentedEndpoint = 'http://127.0.0.1:4000/graphql';
export const documentedImages = 'http://127.0.0.1:4001/t/p';

const widest = 110;

/** A request that a document shows, and the answer it promises. */
export interface Example {
  /** Such as `README.md:24`. */
  readonly place: string;
  readonly file: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The text of the `json` block below. */
  readonly promised: string;
}

// A block of GraphQL or a curl command, then perhaps a few words, then the answer.
const pattern =
  /^```(?:graphql|sh)\n((?:(?!```)[^])*?)^```\n(?:(?!```|#)[^\n]*\n){0,4}?```json\n((?:(?!```)[^])*?)^```$/gm;

export function examplesOf(file: string): Example[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(pattern)].map(({ index, 1: request = '', 2: promised = '' }) => ({
    ...requestOf(request),
    place: `${file}:${text.slice(0, index).split('\n').length}`,
    file,
    promised,
  }));
}

/**
 * What the app answers, in the documents' layout. What differs each time is written as dots. Tokens of an answer stand
 * in for `$ACCESS_TOKEN` and its kin in the examples after it.
 */
export async function answerTo({ headers, body }: Example, api: Api, tokens: Map<string, string>): Promise<string> {
  const filledHeaders = Object.entries(headers).map(([name, value]) => [name, filled(value, tokens)]);
  const response = await api.fetch(filled(body, tokens), Object.fromEntries(filledHeaders));
  const answer: unknown = JSON.parse(await response.text(), (key, value: unknown) => {
    const variable = tokenVariables[key];
    if (variable !== undefined && typeof value === 'string') tokens.set(variable, value);
    return value;
  });
  return `${layOut(withoutWhatDiffers(answer))}\n`;
}

/** How the examples call the tokens of an answer. */
const tokenVariables: Readonly<Record<string, string>> = {
  accessToken: '$ACCESS_TOKEN',
  refreshToken: '$REFRESH_TOKEN',
};

function filled(text: string, tokens: ReadonlyMap<string, string>): string {
  return [...tokens].reduce((result, [variable, token]) => result.replaceAll(variable, token), text);
}

/** Puts the answer in the place of the promise. */
export function updateExample({ file, promised }: Example, answer: string): void {
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(`\`\`\`json\n${promised}\`\`\``, () => `\`\`\`json\n${answer}\`\`\``),
  );
}

/**
 * One line for all that fits into one; what has one entry only opens and closes around it, as in
 * `{ "data": { "movies": [`. The order of keys is kept.
 */
function layOut(value: unknown, indent = ''): string {
  const line = JSON.stringify(value, null, 1)
    .replaceAll(/\n\s*/g, ' ')
    .replaceAll(/(?<=\[) | (?=\])/g, '');
  if (typeof value !== 'object' || value === null || indent.length + line.length <= widest) return line;
  const isList = Array.isArray(value);
  const rows = Object.entries(value);
  const inner = rows.length === 1 ? indent : `${indent}  `;
  const entries = rows.map(([key, entry]) => (isList ? '' : `${JSON.stringify(key)}: `) + layOut(entry, inner));
  if (rows.length === 1) return isList ? `[${entries[0]}]` : `{ ${entries[0]} }`;
  const [open, close] = isList ? '[]' : '{}';
  return `${open}\n${inner}${entries.join(`,\n${inner}`)}\n${indent}${close}`;
}

function requestOf(request: string): Pick<Example, 'url' | 'headers' | 'body'> {
  if (!request.startsWith('curl ')) {
    return { url: documentedEndpoint, headers: {}, body: JSON.stringify({ query: request.trim() }) };
  }
  const headers: Record<string, string> = {};
  let url = '';
  let body = '';
  const words = wordsOf(request);
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '-d') body = words.shift() ?? '';
    else if (word === '-H') {
      const [name = '', ...value] = (words.shift() ?? '').split(':');
      headers[name.toLowerCase()] = value.join(':').trim();
    } else if (word.startsWith('http')) url = word;
    else if (word !== 'curl' && word !== '-s') throw new Error(`The examples know no ${word} of curl.`);
  }
  return { url, headers, body };
}

/**
 * The words of a command as a shell takes them, as far as the documents need it: quotes, side by side too, and broken
 * lines. Variables stay as they are.
 */
function wordsOf(command: string): string[] {
  const words = command.replaceAll('\\\n', ' ').matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g);
  return [...words].map(([word]) => word.replaceAll(/'([^']*)'|"([^"]*)"/g, (_, single, double) => single ?? double));
}

function withoutWhatDiffers(value: unknown): unknown {
  const differs = new Set(['requestId', ...Object.keys(tokenVariables)]);
  return JSON.parse(JSON.stringify(value, (key, entry: unknown) => (differs.has(key) && entry ? '…' : entry)));
}
