import type { Deployment, Files } from './deployment.js';
import { paths, serviceIn } from './deployment.js';
import { isFargateSize, tasksOf } from './manifest-shapes.js';
import { mappedIn } from './template-checks.js';

/** What Copilot sets in each task. */
const predefined = new Set(['COPILOT_APPLICATION_NAME', 'COPILOT_ENVIRONMENT_NAME']);
const application = 'watchme';

/** What Copilot renders without a word, or refuses only once it is asked to deploy. */
export function manifestProblems(deployment: Deployment, files: Files): string[] {
  const { service } = deployment;
  const found: string[] = [];
  for (const environment of deployment.environments.keys()) {
    const { cpu, memory } = serviceIn(environment, deployment);
    if (!isFargateSize(cpu, memory)) found.push(`${environment}: Fargate has no task of ${cpu} CPU and ${memory} MiB`);
    found.push(...capacityProblems(environment, deployment));
  }
  for (const [name, condition] of Object.entries(service.image.depends_on)) {
    const sidecar = service.sidecars[name];
    if (sidecar === undefined) found.push(`image.depends_on names ${name}, which is no sidecar`);
    else if (['complete', 'success'].includes(condition) && sidecar.essential) {
      found.push(`image.depends_on waits for the end of ${name}, which is essential and so never ends`);
    }
  }
  return [...found, ...interpolationProblems(files), ...importProblems(deployment)];
}

/** Tasks are doubled while they are replaced. */
function capacityProblems(environment: string, deployment: Deployment): string[] {
  const { count, variables } = serviceIn(environment, deployment);
  const most = tasksOf(count.range).most * 2;
  const found: string[] = [];
  if (Number(variables['MAX_TASKS']) !== most) found.push(`${environment}: MAX_TASKS is not ${most}`);
  const connections = most * Number(variables['DATABASE_POOL_MAX']);
  // The alarm's threshold is 80 % of what the instance takes.
  const allowed = Number(mappedIn(deployment.environmentAddons, 'Sizes', environment)['ConnectionsAlarm']);
  if (!(connections <= allowed)) found.push(`${environment}: ${connections} connections are more than ${allowed}`);
  return found;
}

function interpolationProblems(files: Files): string[] {
  const manifests = [...files].filter(([path]) => path.endsWith('manifest.yml'));
  return manifests.flatMap(([path, text]) =>
    [...text.matchAll(/\$\{(\w+)\}/g)]
      .map(([, name = '']) => name)
      .filter((name) => !predefined.has(name))
      .map((name) => `${path}: \${${name}} is set nowhere`),
  );
}

function importProblems(deployment: Deployment): string[] {
  const { service, environmentAddons } = deployment;
  const exported = new Set(Object.values(environmentAddons.Outputs ?? {}).map(({ Export }) => nameOf(Export?.Name)));
  const secrets = [service.secrets, ...Object.values(service.sidecars).map((sidecar) => sidecar.secrets)];
  const imports = [...secrets.flatMap(Object.values), ...service.network.vpc.security_groups]
    .map((value: unknown) => (typeof value === 'object' && value !== null ? (value as { from_cfn: string }) : null))
    .flatMap((value) => (value === null ? [] : [value.from_cfn]));
  return imports
    .filter((name) => !exported.has(resolved(name)))
    .map((name) => `${paths.service}: no environment exports ${resolved(name)}`);
}

function nameOf(name: unknown): string {
  return resolved((name as { 'Fn::Sub'?: string } | undefined)?.['Fn::Sub'] ?? '');
}

function resolved(name: string): string {
  return name
    .replace(/\$\{(App|COPILOT_APPLICATION_NAME)\}/, application)
    .replace(/\$\{(Env|COPILOT_ENVIRONMENT_NAME)\}/, 'ENV');
}
