import type { DockerStage } from '../../scripts/image/dockerfile.js';
import { type ComposeFile, isTask, type Service } from './compose-file.js';
import { hardeningProblems, secretProblems } from './compose-safety.js';
import { variableProblems } from './compose-variables.js';
import { isPinned } from './dockerfile-rules.js';

/** All that is wrong with a compose file that has the form of one. */
export function composeProblems(file: ComposeFile, stages: readonly DockerStage[]): string[] {
  const services = Object.entries(file.services);
  const each = services.flatMap(([name, service]) => {
    const problems = [
      ...imageProblems(service, stages),
      ...portProblems(service, stages),
      ...(isTask(name, file) ? [] : healthProblems(service, stages)),
      ...dependencyProblems(service, file),
      ...hardeningProblems(service),
      ...secretProblems(service),
    ];
    return problems.map((problem) => `${name}: ${problem}`);
  });
  return [...each, ...volumeProblems(file), ...profileProblems(file), ...variableProblems(file)];
}

function stageOf({ build }: Service, stages: readonly DockerStage[]): DockerStage | undefined {
  return stages.find(({ name }) => name === build?.target);
}

function imageProblems(service: Service, stages: readonly DockerStage[]): string[] {
  const { image = '', build } = service;
  if (build === undefined) return isPinned(image) ? [] : [`${image} is no version of an image`];
  const found = stageOf(service, stages) === undefined ? [`the Dockerfile has no target ${build.target}`] : [];
  return build.context === '.' ? found : [...found, `${build.context} is not this folder`];
}

/** Published at this machine alone, and the port that the image has. */
function portProblems(service: Service, stages: readonly DockerStage[]): string[] {
  const exposed = stageOf(service, stages)?.steps.find(({ keyword }) => keyword === 'EXPOSE')?.text;
  return (service.ports ?? []).flatMap((port) => {
    const [, address, inner] = /^(?:([\d.]+):)?\d+:(\d+)$/.exec(port) ?? [];
    return [
      ...(address === '127.0.0.1' ? [] : [`${port} is open to the network`]),
      ...(inner === exposed ? [] : [`${port} is not the port of its image`]),
    ];
  });
}

function healthProblems(service: Service, stages: readonly DockerStage[]): string[] {
  const { healthcheck } = service;
  if (healthcheck === undefined) {
    const steps = stageOf(service, stages)?.steps ?? [];
    return steps.some(({ keyword }) => keyword === 'HEALTHCHECK') ? [] : ['nobody asks whether it is well'];
  }
  const timings = ['interval', 'timeout', 'retries'].filter((timing) => healthcheck[timing] === undefined);
  const asks = ['CMD', 'CMD-SHELL'].includes(healthcheck.test[0] ?? '') ? [] : ['its health check asks nothing'];
  return [...asks, ...timings.map((timing) => `its health check has no ${timing}`)];
}

function dependencyProblems({ depends_on = {}, profiles = [] }: Service, file: ComposeFile): string[] {
  return Object.entries(depends_on).flatMap(([name, { condition, required = true }]) => {
    const other = file.services[name];
    if (other === undefined) return [`waits for ${name}, which is not there`];
    const found = condition === 'service_started' ? [`does not wait until ${name} is ready`] : [];
    const isApart = (other.profiles ?? []).some((profile) => !profiles.includes(profile));
    return isApart && required ? [...found, `can not start without ${name}, which is of a profile`] : found;
  });
}

function volumeProblems({ services, volumes }: ComposeFile): string[] {
  const mounts = Object.entries(services).flatMap(([name, service]) =>
    (service.volumes ?? []).map((volume) => ({ name, parts: volume.split(':') })),
  );
  const used = mounts.map(({ parts: [source = ''] }) => source);
  const writers = mounts.filter(({ parts: [source, , mode] }) => source === 'secrets' && mode !== 'ro');
  return [
    ...used.filter((source) => !(source in volumes)).map((source) => `${source} is no named volume`),
    ...Object.keys(volumes)
      .filter((name) => !used.includes(name))
      .map((name) => `nobody uses the volume ${name}`),
    ...writers.filter(({ name }) => name !== 'secrets').map(({ name }) => `${name} may write the secrets`),
  ];
}

/** All but the demo is there always. */
function profileProblems({ services }: ComposeFile): string[] {
  return Object.entries(services)
    .filter(([name, { profiles = [] }]) => profiles.join(' ') !== (name === 'demo' ? 'demo' : ''))
    .map(([name]) => `${name} is of another profile`);
}
