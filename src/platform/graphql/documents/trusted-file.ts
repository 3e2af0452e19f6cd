import { readFile } from 'node:fs/promises';
import type { AppConfig } from '../../../config/app-config.js';
import { ConfigError } from '../../../config/load-config.js';
import { hashOfName, isObject } from './document-of.js';
import { sha256 } from './sha256.js';

/** How many faults of a file are told: enough to see what is wrong with it. */
const mostProblems = 10;

/**
 * The texts of the trusted documents by their hashes, from a file as graphql-codegen's `persistedDocuments` writes it;
 * empty where none is configured.
 *
 * @throws ConfigError telling what is wrong with the file
 */
export async function readTrustedTexts({
  trustedFile,
  mode,
}: AppConfig['documents']): Promise<ReadonlyMap<string, string>> {
  const texts = trustedFile === undefined ? new Map<string, string>() : textsOf(await contentOf(trustedFile));
  if (mode === 'require' && texts.size === 0) {
    throw new ConfigError([
      'TRUSTED_DOCUMENTS names no document, and TRUSTED_DOCUMENTS_MODE=require would refuse everything. Give a file with documents, or TRUSTED_DOCUMENTS_MODE=allow.',
    ]);
  }
  return texts;
}

/** @throws ConfigError for problems of the file of trusted documents; many are told in part. */
export function refuseFile(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const told = problems.slice(0, mostProblems);
  const rest = problems.length - told.length;
  throw new ConfigError([
    ...told.map((problem) => `TRUSTED_DOCUMENTS ${problem}`),
    ...(rest > 0 ? [`TRUSTED_DOCUMENTS has ${rest} more documents at fault.`] : []),
  ]);
}

async function contentOf(path: string): Promise<unknown> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new ConfigError([
      `TRUSTED_DOCUMENTS names a file that can't be read (${code}). Give the path of one that is there, seen from the folder where the server is started.`,
    ]);
  }
  try {
    return JSON.parse(content);
  } catch {
    throw new ConfigError([
      "TRUSTED_DOCUMENTS names a file that is not JSON. Give the `persisted-documents.json` that graphql-codegen's `persistedDocuments` writes.",
    ]);
  }
}

function textsOf(content: unknown): ReadonlyMap<string, string> {
  if (!isObject(content)) refuseFile(['is not an object of hashes and the texts they stand for.']);
  const texts = new Map<string, string>();
  const problems: string[] = [];
  for (const [name, text] of Object.entries(content as Record<string, unknown>)) {
    const hash = hashOfName(name);
    if (typeof text !== 'string') problems.push(`has no text for ${shown(name)}.`);
    else if (hash === null) problems.push(wrongName(name));
    else if (sha256(text) !== hash) problems.push(`has a text under ${shown(name)} that has another SHA-256.`);
    else texts.set(hash, text);
  }
  refuseFile(problems);
  return texts;
}

function wrongName(name: string): string {
  return /^[0-9a-f]{40}$/.test(name)
    ? `has the SHA-1 ${shown(name)}, which is codegen's default. Have it write \`hashAlgorithm: 'sha256'\`.`
    : `has the name ${shown(name)}, which is no SHA-256 in 64 hex digits of lower case.`;
}

function shown(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 79)}…` : name);
}
