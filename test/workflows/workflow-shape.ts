import { z } from 'zod';

const text = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const permissions = z.record(z.string(), z.enum(['read', 'write', 'none']));

const step = z.strictObject({
  name: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  env: text.optional(),
  with: text.optional(),
});

const container = z.looseObject({ image: z.string() });

const job = z.strictObject({
  if: z.string().optional(),
  'runs-on': z.string(),
  'timeout-minutes': z.number().optional(),
  permissions: permissions.optional(),
  environment: z.string().optional(),
  container: container.optional(),
  services: z.record(z.string(), container).optional(),
  env: text.optional(),
  steps: z.array(step),
});

/** A workflow of GitHub, as far as ours use the format; another key is a mistake, or a reason to name it here. */
export const workflowShape = z.strictObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: permissions.optional(),
  concurrency: z
    .strictObject({ group: z.string(), 'cancel-in-progress': z.union([z.boolean(), z.string()]) })
    .optional(),
  defaults: z.strictObject({ run: z.strictObject({ shell: z.string() }) }).optional(),
  jobs: z.record(z.string(), job),
});

export type Job = z.infer<typeof job>;
export type Workflow = z.infer<typeof workflowShape>;
