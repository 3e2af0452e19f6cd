import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { parseCfn } from './cfn-yaml.js';
import {
  type EnvironmentManifest,
  environmentShape,
  type Patches,
  patchesShape,
  type ServiceManifest,
  serviceShape,
} from './manifest-shapes.js';

/** The files of a deployment by their paths. */
export type Files = ReadonlyMap<string, string>;

/** A template of CloudFormation, as far as it is looked into. */
export interface Template {
  readonly Parameters?: Readonly<Record<string, object>>;
  readonly Mappings?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<
    Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: unknown } }>
  >;
}

export interface Resource {
  readonly Type: string;
  // Templates are looked into at places of any shape; a type for each would say nothing more.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly Properties?: any;
  readonly [attribute: string]: unknown;
}

export interface Deployment {
  readonly service: ServiceManifest;
  readonly environments: ReadonlyMap<string, EnvironmentManifest>;
  /** As Copilot merges them. */
  readonly environmentAddons: Template;
  readonly serviceAddons: Template;
  readonly environmentPatches: Patches;
  readonly servicePatches: Patches;
}

export const paths = {
  service: 'copilot/api/manifest.yml',
  serviceAddons: 'copilot/api/addons/',
  servicePatches: 'copilot/api/overrides/cfn.patches.yml',
  environments: 'copilot/environments/',
  environmentAddons: 'copilot/environments/addons/',
  environmentPatches: 'copilot/environments/overrides/cfn.patches.yml',
};

/** All files of `copilot/`, with the other two that have to fit them. */
export function readFiles(): Files {
  const listed = readdirSync('copilot', { recursive: true, encoding: 'utf8' }).map((path) => join('copilot', path));
  const files = [...listed.filter((path) => statSync(path).isFile()), 'Dockerfile', 'docker-compose.yml'];
  return new Map(files.map((path) => [path, readFileSync(path, 'utf8')]));
}

/** @throws Error naming the file and every fault of its form. */
export function readDeployment(files: Files): Deployment {
  const environments = [...files.keys()].filter((path) => /^copilot\/environments\/[^/]+\/manifest\.yml$/.test(path));
  return {
    service: readShape(files, paths.service, serviceShape),
    environments: new Map(
      environments.map((path) => {
        const manifest = readShape(files, path, environmentShape);
        return [manifest.name, manifest];
      }),
    ),
    environmentAddons: merged(files, paths.environmentAddons),
    serviceAddons: merged(files, paths.serviceAddons),
    environmentPatches: readShape(files, paths.environmentPatches, patchesShape),
    servicePatches: readShape(files, paths.servicePatches, patchesShape),
  };
}

function readShape<T>(files: Files, path: string, shape: z.ZodType<T>): T {
  const result = shape.safeParse(read(files, path));
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new Error(`${path}: ${faults.join('; ')}`);
}

function read(files: Files, path: string): unknown {
  const text = files.get(path);
  if (text === undefined) throw new Error(`${path} is missing`);
  try {
    return parseCfn(text);
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}

function merged(files: Files, folder: string): Template {
  const addons = [...files.keys()].filter((path) => path.startsWith(folder) && !path.endsWith('.parameters.yml'));
  const templates = addons.map((path) => read(files, path) as Template);
  const section = <Name extends keyof Template>(name: Name): Template[Name] =>
    Object.assign({}, ...templates.map((template) => template[name] ?? {})) as Template[Name];
  return {
    Parameters: section('Parameters') ?? {},
    Mappings: section('Mappings') ?? {},
    Conditions: section('Conditions') ?? {},
    Resources: section('Resources') ?? {},
    Outputs: section('Outputs') ?? {},
  };
}

/** The service's manifest as it is in one environment. */
export function serviceIn(environment: string, { service }: Deployment): ServiceManifest {
  const own = service.environments[environment as 'test' | 'prod'] ?? {};
  return {
    ...service,
    ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)),
    variables: { ...service.variables, ...own.variables },
  };
}
