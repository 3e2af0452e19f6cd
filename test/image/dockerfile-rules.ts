import { type DockerStage, readStages, type Step } from '../../scripts/image/dockerfile.js';
import { targetProblems } from './target-rules.js';

/** All that is wrong with a Dockerfile, each with its line or stage. */
export function dockerfileProblems(text: string): string[] {
  try {
    const stages = readStages(text);
    return [
      ...stages.flatMap((stage, at) => stageProblems(stage, stages.slice(0, at))),
      ...stages.flatMap(({ steps }) => steps.flatMap(stepProblems)),
      ...targetProblems(stages),
    ];
  } catch (error) {
    return [(error as Error).message];
  }
}

function stageProblems({ name, from, steps }: DockerStage, earlier: readonly DockerStage[]): string[] {
  const names = new Set(earlier.map((stage) => stage.name));
  const found: string[] = [];
  if (name === '') found.push(`a stage from ${from} has no name`);
  if (names.has(name)) found.push(`two stages are called ${name}`);
  if (!names.has(from) && !isPinned(from)) found.push(`${name}: ${from} is no version of an image`);
  for (const { flags, line } of steps) {
    const source = flags['from'];
    if (typeof source === 'string' && !names.has(source)) found.push(`line ${line}: no stage before is ${source}`);
  }
  return [...found, ...orderProblems(steps)];
}

/** Whether a reference says which version of an image it means. */
export function isPinned(image: string): boolean {
  const [, tag = ''] = /^[\w./-]+:([\w.-]+)$/.exec(image) ?? [];
  return image.includes('@sha256:') || /^\d/.test(tag);
}

/** Packages are installed anew where a file changes that was copied before. */
function orderProblems(steps: readonly Step[]): string[] {
  const install = steps.findIndex(({ keyword, text }) => keyword === 'RUN' && text.startsWith('npm ci'));
  const before = steps.slice(0, Math.max(install, 0)).filter(({ keyword }) => keyword === 'COPY');
  const manifests = new Set(['package.json', 'package-lock.json', '.npmrc']);
  return before.flatMap(({ words, line }) =>
    words
      .slice(0, -1)
      .filter((source) => !manifests.has(source))
      .map((source) => `line ${line}: ${source} is copied before the packages are installed`),
  );
}

const allowed = new Set(['ARG', 'CMD', 'COPY', 'ENV', 'EXPOSE', 'HEALTHCHECK', 'LABEL', 'RUN', 'USER', 'WORKDIR']);

function stepProblems(step: Step): string[] {
  const say = (what: string): string[] => [`line ${step.line}: ${what}`];
  if (!allowed.has(step.keyword)) return say(`${step.keyword} is not used here`);
  switch (step.keyword) {
    case 'RUN':
      return runProblems(step.text).flatMap(say);
    case 'COPY':
      return copyProblems(step).flatMap(say);
    case 'ENV':
    case 'ARG':
      return secretsIn(step.text).flatMap((name) => say(`${name} would stay in the image for all to read`));
    case 'WORKDIR':
      return step.text.startsWith('/') ? [] : say(`${step.text} is not absolute`);
    case 'CMD':
      return step.text.startsWith('[') ? [] : say('a shell would stand between signals and the command');
    case 'HEALTHCHECK':
      return isProbe(step.text) ? [] : say('the health check is not in exec form');
    default:
      return [];
  }
}

function runProblems(text: string): string[] {
  const found: string[] = [];
  if (/\bnpm (i|add|install|update)\b/.test(text)) found.push('only npm ci keeps to the lock file');
  if (/\bnpm ci\b/.test(text) && !/\bnpm ci\b[^&;|]* --ignore-scripts\b/.test(text))
    found.push('npm ci would run scripts of packages');
  const [tool] = /\b(apt-get|apt|apk|curl|wget|sudo)\b/.exec(text) ?? [];
  if (tool !== undefined) found.push(`${tool} brings what no lock file knows`);
  if (/(^|[;&] *)cd /.test(text)) found.push('cd, where WORKDIR is meant');
  if (/[^|]\|[^|]/.test(text)) found.push('what fails before a pipe is not noticed');
  return found;
}

function copyProblems({ words, flags }: Step): string[] {
  const found = Object.keys(flags)
    .filter((flag) => flag !== 'from')
    .map((flag) => `--${flag} would let the image write its own files`);
  const everything = words.slice(0, -1).filter((source) => ['.', './', '/', '*'].includes(source));
  return [...found, ...everything.map((source) => `${source} copies whatever lies there`)];
}

function secretsIn(text: string): string[] {
  const names = [...text.matchAll(/(?:^|\s)(\w+)(?==|\s|$)/g)].map(([, name = '']) => name);
  return names.filter((name) => /TOKEN|SECRET|PASSWORD|KEY|CREDENTIAL|(DATABASE|REDIS|SMTP)_URL/i.test(name));
}

function isProbe(text: string): boolean {
  const [, command = 'null'] = /CMD\s+(\[.*\])\s*$/s.exec(text) ?? [];
  return Array.isArray(JSON.parse(command));
}

/** What a build may read has to be what it copies. */
export function contextProblems(dockerfile: string, dockerignore: string): string[] {
  const [first, ...rules] = dockerignore.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const kept = rules.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1));
  const copies = readStages(dockerfile).flatMap(({ steps }) => steps.filter(({ keyword }) => keyword === 'COPY'));
  const copied = copies.filter(({ flags }) => flags['from'] === undefined).flatMap(({ words }) => words.slice(0, -1));
  return [
    ...(first === '*' ? [] : ['what is not named goes into the build']),
    ...kept.filter((path) => !copied.includes(path)).map((path) => `${path} goes into the build and is not copied`),
    ...copied.filter((path) => !kept.includes(path)).map((path) => `${path} is copied and does not go into the build`),
  ];
}
