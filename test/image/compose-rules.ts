import { parse } from 'yaml';
import { z } from 'zod';
import { environment } from '../../src/config/environment.js';

const condition = z.enum(['service_healthy', 'service_completed_successfully', 'service_started']);
const command = z.union([z.string(), z.array(z.string())]);

const service = z.strictObject({
  image: z.string(),
  build: z.strictObject({ context: z.string(), target: z.string() }).optional(),
  profiles: z.array(z.string()).optional(),
  user: z.string().optional(),
  network_mode: z.literal('none').optional(),
  read_only: z.boolean().optional(),
  init: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  command: command.optional(),
  environment: z.record(z.string(), z.string()).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  healthcheck: z
    .strictObject({ test: z.array(z.string()), interval: z.string(), timeout: z.string(), retries: z.number() })
    .optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition, required: z.boolean().optional() })).optional(),
  stop_grace_period: z.string().optional(),
});

/** The keys in use; what begins with `x-` is for the file itself. */
const compose = z.object({
  name: z.string(),
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()),
});

export type Compose = z.output<typeof compose>;
type Service = z.output<typeof service>;

/** @throws Error naming what is no key of compose, or has no such value. */
export function readCompose(text: string): Compose {
  return compose.parse(parse(text, { merge: true }));
}

/** Of the images that are built here, which bring a health check of their own. */
const withOwnCheck = ['watchme', 'watchme-demo'];
const known = new Set(Object.keys(environment));

export function composeProblems(text: string): string[] {
  let read: Compose;
  try {
    read = readCompose(text);
  } catch (error) {
    return [(error as Error).message];
  }
  const { services, volumes } = read;
  const passwords = /(password|secret|token)\s*[:=]\s*['"]?(?!demo\b)[a-z\d]{4,}/gi;
  return [
    ...Object.entries(services).flatMap(([name, one]) => serviceProblems(name, one, read)),
    ...Object.keys(volumes).flatMap((name) => (isMounted(name, services) ? [] : [`nobody mounts ${name}`])),
    ...[...text.matchAll(passwords)].map(([found]) => `a password is written down: ${found}`),
  ];
}

function serviceProblems(name: string, one: Service, { services, volumes }: Compose): string[] {
  const problems: string[] = [];
  const complain = (isWrong: boolean, what: string): void => void (isWrong && problems.push(`${name} ${what}`));
  for (const port of one.ports ?? []) complain(!port.startsWith('127.0.0.1:'), `opens ${port} to the network`);
  for (const volume of one.volumes ?? []) {
    const [source = ''] = volume.split(':');
    complain(!(source in volumes), `mounts ${source}, which is no volume`);
  }
  for (const [other, { condition: state }] of Object.entries(one.depends_on ?? {})) {
    complain(!(other in services), `waits for ${other}, which is no service`);
    complain(state === 'service_started', `waits for the start of ${other} alone`);
    const isRun = state === 'service_healthy' && services[other] !== undefined;
    complain(isRun && !isChecked(services[other] as Service), `waits for the health of ${other}, which tells none`);
  }
  complain(!/:\d/.test(one.image) && one.build === undefined, `is of ${one.image}, which is no version`);
  complain(!(one.security_opt ?? []).includes('no-new-privileges:true'), 'may gain privileges');
  complain(one.build !== undefined && (one.read_only !== true || !one.cap_drop?.includes('ALL')), 'is not hardened');
  if (name === 'api') {
    const unknown = Object.keys(one.environment ?? {}).filter((variable) => !known.has(variable));
    complain(unknown.length > 0, `is given ${unknown.join(', ')}, which nobody reads`);
  }
  return problems;
}

function isChecked({ healthcheck, image }: Service): boolean {
  return healthcheck !== undefined || withOwnCheck.includes(image);
}

function isMounted(volume: string, services: Readonly<Record<string, Service>>): boolean {
  return Object.values(services).some(({ volumes = [] }) => volumes.some((one) => one.startsWith(`${volume}:`)));
}
