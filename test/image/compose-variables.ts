import { environment as variables } from '../../src/config/environment.js';
import type { Variable } from '../../src/config/variable.js';
import type { ComposeFile, Service } from './compose-file.js';
import { defaultOf } from './compose-safety.js';

const known = new Map(Object.entries<Variable>(variables));
const needed = [...known].filter(([, { schema }]) => !schema.safeParse(undefined).success).map(([name]) => name);

/** Variables of the API: those that it is given have to be those that it reads. */
export function variableProblems({ services }: ComposeFile): string[] {
  const { api, secrets } = services;
  const given = Object.entries(api?.environment ?? {});
  const exported = [...exportsOf(api), ...exportsOf(secrets)];
  const names = [...given.map(([name]) => name), ...exported];
  return [
    ...names.filter((name) => !known.has(name)).map((name) => `api is given ${name}, which nobody reads`),
    ...needed.filter((name) => !exported.includes(name)).map((name) => `api is not given ${name}`),
    ...given.flatMap(([name, value]) => valueProblems(name, value)),
    ...Object.entries(services).flatMap(([name, service]) => fillingProblems(name, service)),
    ...portProblems(api),
  ];
}

/** What the shell of a service sets, and what it writes for that. */
function exportsOf(service: Service | undefined): string[] {
  const lines = (service?.command ?? []).join('\n').matchAll(/\bexport ((?:[A-Z_]+=\S+ ?)+)/g);
  return [...lines].flatMap(([, line = '']) => [...line.matchAll(/([A-Z_]+)=/g)].map(([, name = '']) => name));
}

/** A variable of the user's goes by the same name, and what stands for it is a value that is taken. */
function valueProblems(name: string, value: string): string[] {
  const [, source = name] = /^\$\{(\w+)/.exec(value) ?? [];
  const found = source === name ? [] : [`api takes ${name} from ${source}`];
  const unset = defaultOf(value);
  const isTaken = unset === '' || known.get(name)?.schema.safeParse(unset).success !== false;
  return isTaken ? found : [...found, `${name} can not be ${unset}`];
}

/** Compose fills in each single `$` before a shell sees it. */
function fillingProblems(name: string, { command = [], healthcheck, environment = {} }: Service): string[] {
  const isFilled = (text: string): boolean => /\$/.test(text.replaceAll('$$', ''));
  const commands = [...command, ...(healthcheck?.test ?? [])].filter(isFilled);
  const bare = Object.values(environment).filter((value) => isFilled(value.replace(/\$\{\w+:-[^}]*\}/g, '')));
  return [
    ...commands.map(() => `${name}: Compose would fill in a $ of its command`),
    ...bare.map((value) => `${name}: ${value} has nothing to stand for it`),
  ];
}

function portProblems(api: Service | undefined): string[] {
  const port = api?.environment?.['PORT'];
  return (api?.ports ?? []).every((published) => published.endsWith(`:${port}`))
    ? []
    : [`api does not listen on ${port}`];
}
