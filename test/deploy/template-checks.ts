import { RegoEngine, TemplateFile } from '@aws/cloudformation-validate';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deployment, Resource, Template } from './deployment.js';

const names = { App: 'watchme', Name: 'api', VPCID: 'vpc-1', PrivateSubnets: 'subnet-1,subnet-2' };
/** Its own types know no class. */
interface Validator {
  validateStandard(
    template: unknown,
    options: object,
  ): { readonly diagnostics: readonly { readonly ruleId: string; readonly message: string }[] };
}

let engine: Validator | undefined;

/** What AWS's own validator finds at WARN or above in the addons, with the parameters of an environment. */
export function validatorProblems({ environmentAddons, serviceAddons }: Deployment, environment: string): string[] {
  return [environmentAddons, serviceAddons].flatMap((template) => validate(template, environment));
}

function validate(template: Template, environment: string): string[] {
  engine ??= new RegoEngine() as Validator;
  const folder = mkdtempSync(join(tmpdir(), 'template-'));
  try {
    const file = join(folder, 'template.json');
    writeFileSync(file, JSON.stringify(template));
    const parameters = Object.entries({ ...names, Env: environment });
    const known = parameters.filter(([name]) => template.Parameters?.[name] !== undefined);
    const report = engine.validateStandard(new TemplateFile(file), {
      severityLevel: 'WARN',
      parameterOverrides: Object.fromEntries(known),
    });
    return report.diagnostics.map(({ ruleId, message }) => `${ruleId} ${message}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The row of a mapping for an environment. */
export function mappedIn(template: Template, mapping: string, environment: string): Readonly<Record<string, unknown>> {
  return template.Mappings?.[mapping]?.[environment] ?? {};
}

/** What the validator does not look at. */
export function templateProblems(deployment: Deployment): string[] {
  const { environmentAddons, serviceAddons } = deployment;
  const found: string[] = [];
  for (const parameter of ['App', 'Env']) {
    if (environmentAddons.Parameters?.[parameter] === undefined) found.push(`environment addons lack ${parameter}`);
  }
  for (const parameter of ['App', 'Env', 'Name']) {
    if (serviceAddons.Parameters?.[parameter] === undefined) found.push(`service addons lack ${parameter}`);
  }
  for (const environment of deployment.environments.keys()) {
    found.push(...redisProblems(environmentAddons, environment), ...databaseProblems(environmentAddons, environment));
  }
  return found;
}

const productive = 'prod';

function redisProblems(template: Template, environment: string): string[] {
  const { Properties: redis = {} } = ofType(template, 'AWS::ElastiCache::ReplicationGroup');
  const { Properties: parameters = {} } = ofType(template, 'AWS::ElastiCache::ParameterGroup');
  const { Type: type, Count: count, Failover: failover } = mappedIn(template, 'Nodes', environment);
  const isReplicated = environment !== productive || (Number(count) >= 2 && failover === true);
  return complaints(`Redis of ${environment}`, {
    'is not encrypted on its way': redis.TransitEncryptionEnabled === true,
    'is not encrypted at rest': redis.AtRestEncryptionEnabled === true,
    'has its password in the open': JSON.stringify(redis.AuthToken ?? '').includes('{{resolve:secretsmanager:'),
    'has a node type that is none': /^cache\.t4g\.(micro|small|medium)$|^cache\.[mr]7g\.\w+$/.test(String(type)),
    'has parameters of another engine':
      parameters.CacheParameterGroupFamily === 'redis7' && redis.EngineVersion === '7.1',
    'keeps what is old rather than what is used': parameters.Properties?.['maxmemory-policy'] === 'allkeys-lru',
    'fails over to nobody': failover !== true || Number(count) >= 2,
    'has no second node': isReplicated,
    'switches failover and zones apart':
      JSON.stringify(redis.AutomaticFailoverEnabled) === JSON.stringify(redis.MultiAZEnabled),
  });
}

function databaseProblems(template: Template, environment: string): string[] {
  const database = ofType(template, 'AWS::RDS::DBInstance');
  const { Properties: parameters = {} } = ofType(template, 'AWS::RDS::DBParameterGroup');
  const {
    MultiAZ: isDouble,
    DeletionProtection: isProtected,
    BackupDays: days,
  } = mappedIn(template, 'Sizes', environment);
  const isProductive = environment === productive;
  return complaints(`PostgreSQL of ${environment}`, {
    'is not encrypted': database.Properties?.StorageEncrypted === true,
    'is open to the internet': database.Properties?.PubliclyAccessible === false,
    'leaves no snapshot when it is deleted': database['DeletionPolicy'] === 'Snapshot',
    'leaves no snapshot when it is replaced': database['UpdateReplacePolicy'] === 'Snapshot',
    'takes connections without TLS': parameters.Parameters?.['rds.force_ssl'] === '1',
    'writes what people wrote to its log':
      parameters.Parameters?.log_min_duration_statement === '-1' &&
      parameters.Parameters.log_min_error_statement === 'panic' &&
      parameters.Parameters.log_error_verbosity === 'terse',
    'is in one zone alone': !isProductive || isDouble === true,
    'can be deleted by mistake': !isProductive || isProtected === true,
    'has too few backups': Number(days) >= (isProductive ? 7 : 1),
  });
}

function ofType(template: Template, type: string): Resource {
  return Object.values(template.Resources).find((resource) => resource.Type === type) ?? { Type: 'none' };
}

function complaints(subject: string, holds: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(holds).flatMap(([complaint, isTrue]) => (isTrue ? [] : [`${subject} ${complaint}`]));
}
