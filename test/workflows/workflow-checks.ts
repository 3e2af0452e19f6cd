import { existsSync } from 'node:fs';
import { parse } from 'yaml';
import { type Job, type Workflow, workflowShape } from './workflow-shape.js';

/** All that the jobs of a workflow may do beside reading the code. */
const mayWrite: Readonly<Record<string, readonly string[]>> = { 'deploy.yml': ['id-token'] };

/** What is wrong with a workflow, by its file's name and text. */
export function workflowProblems(name: string, text: string, scripts: readonly string[]): string[] {
  const workflow = workflowShape.safeParse(parse(text));
  if (!workflow.success) return [workflow.error.message];
  return [
    ...pinProblems(text),
    ...wholeProblems(workflow.data),
    ...Object.entries(workflow.data.jobs).flatMap(([id, job]) =>
      [...jobProblems(name, job), ...stepProblems(job, scripts)].map((problem) => `${id}: ${problem}`),
    ),
  ];
}

/** By its text, since the version is in a comment. */
function pinProblems(text: string): string[] {
  const lines = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));
  return lines
    .filter((line) => !/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))
    .map((line) => `not pinned by commit with its version beside it: ${line.trim()}`);
}

function wholeProblems({ on, permissions, concurrency }: Workflow): string[] {
  const problems: string[] = [];
  if (permissions === undefined || Object.keys(permissions).length > 0) problems.push('permissions are not {}');
  if (concurrency === undefined) problems.push('no concurrency');
  // It runs with the rights of the repository on the code of a stranger.
  if ('pull_request_target' in on) problems.push('pull_request_target');
  return problems;
}

function jobProblems(name: string, job: Job): string[] {
  const problems: string[] = [];
  const granted = Object.entries(job.permissions ?? {});
  if (job.permissions === undefined) problems.push('no permissions of its own');
  for (const [scope, level] of granted) {
    if (level === 'write' ? !mayWrite[name]?.includes(scope) : scope !== 'contents') {
      problems.push(`needs no ${scope}: ${level}`);
    }
  }
  if (!(job['timeout-minutes'] !== undefined && job['timeout-minutes'] <= 60)) problems.push('no timeout-minutes');
  if (job['runs-on'].endsWith('-latest')) problems.push(`runs on what changes: ${job['runs-on']}`);
  const images = [job.container, ...Object.values(job.services ?? {})].flatMap((one) => one?.image ?? []);
  for (const image of images) if (!/:\d/.test(image)) problems.push(`an image without a version: ${image}`);
  for (const [key, value] of Object.entries(job.env ?? {})) {
    if (String(value).includes('secrets.')) problems.push(`every step of it sees the secret ${key}`);
  }
  return problems;
}

function stepProblems({ steps }: Job, scripts: readonly string[]): string[] {
  return steps.flatMap(({ uses = '', run = '', with: inputs }) => {
    const problems: string[] = [];
    if (uses.startsWith('actions/checkout@') && inputs?.['persist-credentials'] !== false) {
      problems.push('checkout leaves its credentials to all that follows');
    }
    // It becomes part of the script before a shell reads it; `env` does not.
    if (run.includes('${{')) problems.push(`an expression within a script: ${run}`);
    for (const [, script = ''] of run.matchAll(/npm run (?:--?\S+ )*([\w:-]+)/g)) {
      if (!scripts.includes(script)) problems.push(`no script of package.json: ${script}`);
    }
    for (const [path] of run.matchAll(/(?<![\w/.])(?:\.ci|dist\/scripts|scripts)\/[\w./-]+/g)) {
      if (!existsSync(path.replace(/^dist\/(.*)\.js$/, 'src/$1.ts'))) problems.push(`no such file: ${path}`);
    }
    return problems;
  });
}
