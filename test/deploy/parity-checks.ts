import { existsSync } from 'node:fs';
import { environment as variables } from '../../src/config/environment.js';
import type { Variable } from '../../src/config/variable.js';
import { type Deployment, type Files, paths } from './deployment.js';

/** Read by Node itself. */
const ofNode = new Set(['NODE_EXTRA_CA_CERTS']);

const known = Object.entries<Variable>(variables);
const needed = known.filter(([, { schema }]) => !schema.safeParse(undefined).success).map(([name]) => name);

/** What the deployment says has to be what the application is, both ways. */
export function parityProblems(deployment: Deployment, files: Files): string[] {
  const { service } = deployment;
  const given = [...Object.keys(service.variables), ...Object.keys(service.secrets), ...addonSecrets(deployment)];
  const dockerfile = files.get('Dockerfile') ?? '';
  const found = [
    ...needed.filter((name) => !given.includes(name)).map((name) => `the service is not given ${name}, which it needs`),
    ...given.filter((name) => !isKnown(name)).map((name) => `the service is given ${name}, which nobody reads`),
    ...valueProblems(deployment),
  ];
  // The target that is deployed comes last.
  const exposed = Number([...dockerfile.matchAll(/^EXPOSE (\d+)$/gm)].at(-1)?.[1]);
  const ports = [service.image.port, Number(service.variables['PORT']), exposed];
  const own = variables.PORT.schema.parse(undefined);
  if (ports.some((port) => port !== own)) found.push(`ports differ: ${[...ports, own].join(', ')}`);
  if (service.http.healthcheck.path !== '/health/ready')
    found.push(`${service.http.healthcheck.path} is no health route`);
  return [...found, ...commandProblems(deployment, files)];
}

/** Values that the application refuses would be found by the first task. */
function valueProblems({ service }: Deployment): string[] {
  const sets = [service.variables, ...Object.values(service.environments).map((own) => own?.variables ?? {})];
  return sets.flatMap((set) =>
    Object.entries(set).flatMap(([name, value]) => {
      const variable = known.find(([one]) => one === name)?.[1];
      return variable === undefined || variable.schema.safeParse(value).success ? [] : [`${name} can not be ${value}`];
    }),
  );
}

function commandProblems({ service }: Deployment, files: Files): string[] {
  const found: string[] = [];
  for (const [name, { command, image }] of Object.entries(service.sidecars)) {
    const [program, script = ''] = command;
    const source = script.replace(/^dist\//, 'src/').replace(/\.js$/, '.ts');
    if (program !== 'node' || !existsSync(source)) found.push(`${name} runs ${script}, which the build does not make`);
    if (image.build.target !== service.image.build.target) found.push(`${name} is of another image`);
  }
  const { target } = service.image.build;
  if (!new RegExp(`^FROM .+ AS ${target}$`, 'm').test(files.get('Dockerfile') ?? '')) {
    found.push(`the Dockerfile has no target ${target}`);
  }
  for (const name of ['api', ...Object.keys(service.sidecars)]) {
    if (!new RegExp(`^  ${name}:$`, 'm').test(files.get('docker-compose.yml') ?? '')) {
      found.push(`docker-compose.yml has no service ${name}`);
    }
  }
  return found;
}

function isKnown(name: string): boolean {
  return ofNode.has(name) || known.some(([one]) => one === name);
}

/** Copilot hands an output that refers to a secret to the service as a secret, and any other as a plain variable. */
function addonSecrets({ serviceAddons }: Deployment): string[] {
  return Object.entries(serviceAddons.Outputs ?? {}).map(([output, { Value }]) => {
    const resource = serviceAddons.Resources[(Value as { Ref?: string }).Ref ?? ''];
    const name = output.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toUpperCase();
    return resource?.Type === 'AWS::SecretsManager::Secret' ? name : `${paths.serviceAddons}${output}`;
  });
}
