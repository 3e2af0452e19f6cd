import { z } from 'zod';
import { errorCodes } from '../../src/platform/errors/error-code.js';
import { serverSideCodes } from '../../src/platform/telemetry/figures.js';
import type { Deployment } from './deployment.js';
import { patchedResources } from './patch-checks.js';

const topic = z.union([
  z.strictObject({ Ref: z.literal('AlarmTopic') }),
  z.strictObject({
    'Fn::ImportValue': z.strictObject({ 'Fn::Sub': z.literal('${AppName}-${EnvName}-AlarmTopic') }),
  }),
]);

const period = z.number().refine((seconds) => seconds % 60 === 0);

const alarmShape = z
  .object({
    AlarmDescription: z.string().regex(/ See docs\/operations\.md#[\w-]+$/),
    ComparisonOperator: z.enum(['GreaterThanThreshold', 'GreaterThanOrEqualToThreshold', 'LessThanThreshold']),
    Threshold: z.union([z.number(), z.strictObject({ 'Fn::FindInMap': z.array(z.unknown()) })]),
    EvaluationPeriods: z.number(),
    DatapointsToAlarm: z.number(),
    TreatMissingData: z.enum(['notBreaching', 'breaching']),
    AlarmActions: z.tuple([topic]),
    OKActions: z.tuple([topic]),
    Period: period.optional(),
    MetricName: z.string().optional(),
    Metrics: z
      .array(
        z.object({
          MetricStat: z.object({ Period: period, Metric: z.object({ MetricName: z.string() }) }).optional(),
        }),
      )
      .optional(),
  })
  .refine((alarm) => alarm.Period !== undefined || alarm.Metrics !== undefined, { message: 'has no period' });

export interface Alarm {
  readonly name: string;
  /** Of the heading in docs/operations.md. */
  readonly anchor: string;
  readonly metrics: readonly string[];
}

function rawAlarms(deployment: Deployment): [string, unknown][] {
  const resources = [...patchedResources(deployment), ...Object.entries(deployment.environmentAddons.Resources)];
  return resources.filter(([, resource]) => (resource as { Type?: string }).Type === 'AWS::CloudWatch::Alarm');
}

/** Each alarm has a threshold, a period, a topic to tell and a place to read on. */
export function alarmProblems(deployment: Deployment): string[] {
  return rawAlarms(deployment).flatMap(([name, resource]) => {
    const result = alarmShape.safeParse((resource as { Properties: unknown }).Properties);
    return result.success
      ? []
      : result.error.issues.map((issue) => `${name}: ${issue.path.join('.')} ${issue.message}`);
  });
}

export function alarmsOf(deployment: Deployment): Alarm[] {
  return rawAlarms(deployment).map(([name, resource]) => {
    const alarm = alarmShape.parse((resource as { Properties: unknown }).Properties);
    const measured = alarm.Metrics?.flatMap(({ MetricStat }) => MetricStat?.Metric.MetricName ?? []);
    return {
      name,
      anchor: alarm.AlarmDescription.split('#')[1] ?? '',
      metrics: measured ?? [alarm.MetricName ?? ''],
    };
  });
}

/** What has to have an alarm. */
export const watched = [
  'HTTPCode_Target_5XX_Count',
  'HTTPCode_ELB_5XX_Count',
  'TargetResponseTime',
  'CPUUtilization',
  'MemoryUtilization',
  'HealthyHostCount',
  'FreeStorageSpace',
  'DatabaseConnections',
  'DatabaseMemoryUsagePercentage',
  'Evictions',
  'BreakerOpened',
  'TmdbTokenRefused',
  'MigrationFailed',
  'FailedLogins',
  'FailedOperations',
  'WarmOperationsOver100Ms',
  'RedisAway',
  'DatabaseAway',
  ...serverSideCodes.map((code) => `Errors.${code}`),
];

/** Of the metrics by code, whether there is such a code. */
export function isCodeKnown(metric: string): boolean {
  const [, code] = /^Errors\.(.+)$/.exec(metric) ?? [];
  return code === undefined || code in errorCodes;
}
