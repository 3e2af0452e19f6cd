import { DockerfileParser, type Instruction } from 'dockerfile-ast';

interface Step {
  readonly keyword: string;
  readonly text: string;
}

interface Stage {
  readonly from: string;
  readonly name: string;
  readonly steps: readonly Step[];
}

/** The targets that are run, and what each is run as. */
const deployed = ['demo', 'production'];

/** What is wrong with a Dockerfile, by the rules that hadolint knows best. */
export function dockerfileProblems(text: string): string[] {
  const stages = stagesOf(text);
  const names = stages.map(({ name }) => name);
  return stages.flatMap((stage, index) => [
    ...imageProblems(stage, names.slice(0, index)),
    ...stage.steps.flatMap((step) => stepProblems(step, names.slice(0, index))),
    ...orderProblems(stage),
    ...(deployed.includes(stage.name) ? deployedProblems(stage) : []),
  ]);
}

function stagesOf(text: string): Stage[] {
  const stages: { from: string; name: string; steps: Step[] }[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const step = { keyword: instruction.getKeyword().toUpperCase(), text: textOf(instruction) };
    if (step.keyword === 'FROM') {
      const [from = '', , name = ''] = step.text.split(/\s+/);
      stages.push({ from, name, steps: [] });
    } else stages.at(-1)?.steps.push(step);
  }
  return stages;
}

/** As it is written, flags too. */
function textOf(instruction: Instruction): string {
  return instruction.getTextContent().replace(/^\s*\w+\s+/, '');
}

function imageProblems({ from, name }: Stage, earlier: readonly string[]): string[] {
  if (earlier.includes(from)) return [];
  const [, tag = ''] = from.split(':');
  return /^\d/.test(tag) ? [] : [`${name} is from ${from}, which is no version`];
}

function stepProblems({ keyword, text }: Step, earlier: readonly string[]): string[] {
  const problems: string[] = [];
  const complain = (isWrong: boolean, what: string): void =>
    void (isWrong && problems.push(`${what}: ${keyword} ${text}`));
  complain(keyword === 'ADD', 'COPY tells what it does');
  complain(keyword === 'RUN' && /\bnpm (install|i)\b/.test(text), 'npm ci installs what is locked');
  complain(keyword === 'RUN' && /npm ci(?!.*--ignore-scripts)/.test(text), 'packages run no scripts');
  complain(keyword === 'RUN' && /\b(apt|apt-get|curl|wget|sudo)\b/.test(text), 'the image has what it needs');
  complain(keyword === 'RUN' && /\bcd \//.test(text), 'WORKDIR changes folders');
  complain(keyword === 'WORKDIR' && !text.startsWith('/'), 'a folder is told from the root');
  complain(['ENV', 'ARG'].includes(keyword) && /token|secret|password|key/i.test(text), 'a layer keeps no secret');
  complain(['CMD', 'ENTRYPOINT'].includes(keyword) && !text.startsWith('['), 'a shell takes no signals');
  complain(keyword === 'HEALTHCHECK' && !/(^| )CMD \[/.test(text), 'a shell takes no signals');
  const [, source] = /^--from=(\S+)/.exec(text) ?? [];
  complain(keyword === 'COPY' && source !== undefined && !earlier.includes(source), 'no stage of this name is earlier');
  return problems;
}

/** Packages change less often than sources: what is copied before they are installed makes them be installed anew. */
function orderProblems({ name, steps }: Stage): string[] {
  const install = steps.findIndex(({ text }) => text.includes('npm ci'));
  const sources = steps.findIndex(({ keyword, text }) => keyword === 'COPY' && /^(src|demo|\.)\b/.test(text));
  return sources >= 0 && sources < install ? [`${name} copies sources before it installs packages`] : [];
}

function deployedProblems({ name, steps }: Stage): string[] {
  const of = (keyword: string): Step[] => steps.filter((step) => step.keyword === keyword);
  const problems: string[] = [];
  for (const keyword of ['CMD', 'HEALTHCHECK', 'EXPOSE', 'LABEL']) {
    if (of(keyword).length !== 1) problems.push(`${name} has ${of(keyword).length} ${keyword}`);
  }
  const user = of('USER').at(-1)?.text ?? 'root';
  if (/^(root|0)\b/.test(user)) problems.push(`${name} runs as root`);
  const labels = of('LABEL')[0]?.text ?? '';
  for (const label of ['title', 'description', 'licenses']) {
    if (!labels.includes(`org.opencontainers.image.${label}=`)) problems.push(`${name} has no label ${label}`);
  }
  return problems;
}
