import { DCLinter } from 'dclint';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A service, as far as it is looked into; the forms are those that our file uses. */
export interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly target?: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[]; readonly [timing: string]: unknown };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string; readonly required?: boolean }>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly profiles?: readonly string[];
  readonly network_mode?: string;
  readonly user?: string;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly [key: string]: unknown;
}

export interface ComposeFile {
  readonly name: string;
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, object | null>>;
}

interface Linted {
  readonly messages: readonly { readonly rule: string; readonly message: string }[];
}

export function readCompose(text: string): ComposeFile {
  return parse(text, { merge: true }) as ComposeFile;
}

/** What the schema of the Compose specification says against a file; dclint carries it, and its own rules are left out. */
export function schemaProblems(text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'compose-test-'));
  const file = join(folder, 'docker-compose.yml');
  try {
    writeFileSync(file, text);
    const linter = new DCLinter({ rules: {}, quiet: true, debug: false, exclude: [] });
    const results: readonly Linted[] = linter.lintFiles([file], false);
    const messages = results.flatMap((result) => result.messages);
    const isOfForm = (rule: string): boolean => ['invalid-schema', 'invalid-yaml', 'unknown-error'].includes(rule);
    return messages.filter(({ rule }) => isOfForm(rule)).map(({ message }) => message);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Services that others wait for until they have ended. */
export function isTask(name: string, { services }: ComposeFile): boolean {
  return Object.values(services).some(
    ({ depends_on }) => depends_on?.[name]?.condition === 'service_completed_successfully',
  );
}
