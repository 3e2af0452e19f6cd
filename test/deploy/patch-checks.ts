import type { Deployment } from './deployment.js';

/** Copilot's functions, whose runtime AWS refuses to create from 2027-02-01. */
const functions = {
  environment: [
    'CertificateValidationFunction',
    'CustomDomainFunction',
    'DNSDelegationFunction',
    'BucketCleanerFunction',
  ],
  service: ['EnvControllerFunction', 'RulePriorityFunction', 'DynamicDesiredCountFunction'],
};

const containers = '/Resources/TaskDefinition/Properties/ContainerDefinitions';
/** The service comes first in the task, then its sidecars by name. */
const containerPaths = [
  `${containers}/0/LinuxParameters`,
  `${containers}/1/LinuxParameters`,
  `${containers}/1/ReadonlyRootFilesystem`,
];

/** A path that leads nowhere fails the deployment, and a function that is left out fails it from 2027 on. */
export function patchProblems(deployment: Deployment): string[] {
  const { environmentPatches, servicePatches, service } = deployment;
  const found = [
    ...runtimeProblems(environmentPatches, functions.environment),
    ...runtimeProblems(servicePatches, functions.service),
  ];
  const others = servicePatches.filter(({ op }) => op !== 'replace');
  for (const { op, path } of others) {
    const isNew = op === 'add' && /^\/Resources\/\w+$/.test(path);
    if (!isNew && !containerPaths.includes(path)) found.push(`${path} is no path of Copilot's template`);
  }
  for (const path of containerPaths) {
    if (!others.some((patch) => patch.path === path)) found.push(`${path} is not set`);
  }
  if (Object.keys(service.sidecars).length !== 1) found.push('the second container is not the only sidecar');
  return found;
}

function runtimeProblems(patches: Deployment['servicePatches'], names: readonly string[]): string[] {
  const wanted = names.map((name) => `/Resources/${name}/Properties/Runtime`);
  const replaced = patches.filter(({ op }) => op === 'replace');
  return [
    ...wanted.filter((path) => !replaced.some((patch) => patch.path === path)).map((path) => `${path} is not patched`),
    ...replaced
      .filter(({ path }) => !wanted.includes(path))
      .map(({ path }) => `${path} is no path of Copilot's template`),
    ...replaced
      .filter(({ value }) => !/^nodejs(2[4-9]|[3-9]\d)\.x$/.test(String(value)))
      .map(({ path, value }) => `${path} is ${String(value)}`),
  ];
}

/** The resources that patches add, as templates have them. */
export function patchedResources({ servicePatches }: Deployment): ReadonlyMap<string, unknown> {
  const added = servicePatches.filter(({ op, path }) => op === 'add' && /^\/Resources\/\w+$/.test(path));
  return new Map(added.map(({ path, value }) => [path.slice('/Resources/'.length), value]));
}
