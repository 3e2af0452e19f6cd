import type { DockerStage, Step } from '../../scripts/image/dockerfile.js';

/** What is run somewhere, with the labels that each has to have. The last is what `docker build` makes unasked. */
const targets = new Map([
  ['demo', ['title', 'description', 'licenses']],
  ['production', ['title', 'description', 'licenses', 'version', 'revision']],
]);

export function targetProblems(stages: readonly DockerStage[]): string[] {
  const found = stages.at(-1)?.name === 'production' ? [] : ['the last stage is not production'];
  for (const [name, labels] of targets) {
    const stage = stages.find((one) => one.name === name);
    const problems = stage === undefined ? ['is missing'] : problemsOf(stage, labels, stages);
    found.push(...problems.map((problem) => `${name} ${problem}`));
  }
  return found;
}

function problemsOf({ from, steps }: DockerStage, labels: readonly string[], stages: readonly DockerStage[]): string[] {
  const count = (keyword: string): number => steps.filter((step) => step.keyword === keyword).length;
  const found = ['CMD', 'HEALTHCHECK', 'EXPOSE']
    .filter((keyword) => count(keyword) !== 1)
    .map((keyword) => `has not one ${keyword} but ${count(keyword)}`);
  if (stages.some(({ name }) => name === from)) found.push(`has all that ${from} has`);
  if (count('RUN') > 0) found.push('is built in place, where what builds it stays');
  const user = steps.findLast(({ keyword }) => keyword === 'USER')?.text ?? 'root';
  if (/^(root|0+)(:|$)/.test(user)) found.push('runs as root');
  const port = Number(steps.find(({ keyword }) => keyword === 'EXPOSE')?.text);
  if (port < 1024) found.push(`listens on ${port}, which its user may not`);
  return [...found, ...labelProblems(steps, labels), ...packageProblems(steps, stages)];
}

function labelProblems(steps: readonly Step[], labels: readonly string[]): string[] {
  const text = steps
    .filter(({ keyword }) => keyword === 'LABEL')
    .map((step) => step.text)
    .join(' ');
  const set = new Map(
    [...text.matchAll(/org\.opencontainers\.image\.(\w+)="([^"]+)"/g)].map(([, ...pair]) => pair as [string, string]),
  );
  const missing = labels.filter((label) => !set.has(label)).map((label) => `has no label ${label}`);
  const args = steps.filter(({ keyword }) => keyword === 'ARG');
  const known = new Set(args.map(({ text: arg }) => arg.split('=', 1)[0]));
  const unset = [...set.values()]
    .flatMap((value) => [...value.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name))
    .filter((name) => !known.has(name));
  return [...missing, ...unset.map((name) => `has a label of ${name}, which is no argument of it`)];
}

/** Packages come from a stage that has installed no others. */
function packageProblems(steps: readonly Step[], stages: readonly DockerStage[]): string[] {
  const sources = steps
    .filter(({ keyword, words }) => keyword === 'COPY' && words.some((word) => word.endsWith('node_modules')))
    .map(({ flags }) => stages.find(({ name }) => name === flags['from']));
  return sources
    .filter((stage) => !stage?.steps.some(({ text }) => /^npm ci .*--omit=dev --omit=optional/.test(text)))
    .map((stage) => `has packages of ${stage?.name ?? 'nowhere'} that are for development`);
}
