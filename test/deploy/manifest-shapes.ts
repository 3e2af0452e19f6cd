import { z } from 'zod';

/** Fargate's sizes: memory in MiB that each number of CPU units may have. */
const fargateMemory: Readonly<Record<number, readonly number[]>> = {
  256: [512, 1024, 2048],
  512: [1024, 2048, 3072, 4096],
  1024: range(2048, 8192),
  2048: range(4096, 16_384),
  4096: range(8192, 30_720),
};

function range(lowest: number, highest: number): number[] {
  return Array.from({ length: (highest - lowest) / 1024 + 1 }, (_, index) => lowest + 1024 * index);
}

export function isFargateSize(cpu: number, memory: number): boolean {
  return fargateMemory[cpu]?.includes(memory) ?? false;
}

const seconds = z.string().regex(/^\d+s$/);
const variables = z.record(z.string().regex(/^[A-Z][A-Z\d_]*$/), z.string());
const imported = z.strictObject({ from_cfn: z.string() });
const secrets = z.record(z.string(), z.union([z.string().startsWith('/copilot/'), imported]));
const build = z.strictObject({ dockerfile: z.string(), context: z.string(), target: z.string() });

/** The target group asks a task no more often than every five seconds. */
const probeInterval = seconds.refine((text) => Number.parseInt(text, 10) >= 5 && Number.parseInt(text, 10) <= 300, {
  message: 'is not between 5s and 300s',
});

const taskRange = z
  .string()
  .regex(/^\d+-\d+$/)
  .refine((text) => tasksOf(text).least <= tasksOf(text).most, { message: 'begins above its end' });

export function tasksOf(rangeText: string): { readonly least: number; readonly most: number } {
  const [least = 0, most = 0] = rangeText.split('-').map(Number);
  return { least, most };
}

const count = z.strictObject({
  range: taskRange,
  cooldown: z.strictObject({ in: seconds, out: seconds }),
  cpu_percentage: z.number().min(1).max(100),
  memory_percentage: z.number().min(1).max(100),
});

const logging = z.strictObject({ retention: z.number() });

/** The keys in use: Copilot itself passes over those that it does not know. */
export const serviceShape = z.strictObject({
  name: z.literal('api'),
  type: z.literal('Load Balanced Web Service'),
  image: z.strictObject({
    build,
    port: z.number(),
    depends_on: z.record(z.string(), z.enum(['start', 'healthy', 'complete', 'success'])),
  }),
  http: z.strictObject({
    path: z.string(),
    healthcheck: z.strictObject({
      path: z.string(),
      success_codes: z.string(),
      healthy_threshold: z.number().min(2).max(10),
      unhealthy_threshold: z.number().min(2).max(10),
      interval: probeInterval,
      timeout: seconds,
      grace_period: seconds,
    }),
    deregistration_delay: seconds,
  }),
  platform: z.literal('linux/x86_64'),
  cpu: z.number(),
  memory: z.number(),
  count,
  deployment: z.strictObject({
    rolling: z.enum(['default', 'recreate']),
    rollback_alarms: z.strictObject({ cpu_utilization: z.number(), memory_utilization: z.number() }),
  }),
  network: z.strictObject({
    vpc: z.strictObject({ placement: z.literal('private'), security_groups: z.array(imported) }),
  }),
  storage: z.strictObject({ readonly_fs: z.literal(true) }),
  logging,
  variables,
  secrets,
  sidecars: z.record(
    z.string(),
    z.strictObject({
      image: z.strictObject({ build }),
      essential: z.boolean(),
      command: z.array(z.string()),
      variables,
      secrets,
    }),
  ),
  environments: z.record(
    z.enum(['test', 'prod']),
    z.strictObject({ cpu: z.number(), memory: z.number(), count, logging, variables }).partial().optional(),
  ),
});

export type ServiceManifest = z.output<typeof serviceShape>;

export const environmentShape = z.strictObject({
  name: z.string(),
  type: z.literal('Environment'),
  network: z.strictObject({
    vpc: z.strictObject({ flow_logs: z.strictObject({ retention: z.number() }) }),
  }),
  http: z.strictObject({
    public: z.strictObject({
      access_logs: z.literal(true),
      ssl_policy: z.string().startsWith('ELBSecurityPolicy-TLS13-'),
    }),
  }),
  observability: z.strictObject({ container_insights: z.boolean() }),
});

export type EnvironmentManifest = z.output<typeof environmentShape>;

export const patchesShape = z.array(
  z.strictObject({ op: z.enum(['add', 'replace', 'remove']), path: z.string(), value: z.unknown().optional() }),
);

export type Patches = z.output<typeof patchesShape>;
