import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import type { AppConfig } from '../../config/app-config.js';
import type { Report } from './finding.js';

/** As many connections as a process keeps, and what it opens itself. */
const wantedFiles = 4200;
const neededFiles = 512;
/** What a process takes with empty caches, under load. */
const ownMegabytes = 350;
const bytesPerMegabyte = 1024 * 1024;

/** Whether the process may open as many files, and has as much memory, as its configuration lets it use. */
export function lookAtMachine({ cache, front, hashing }: AppConfig, report: Report): void {
  const files = openFilesLimit();
  if (files !== null && files < wantedFiles) {
    const what = `a process may open ${files} files`;
    const remedy = `Raise it: ulimit -n ${wantedFiles * 2}, or LimitNOFILE of its unit.`;
    if (files < neededFiles) report.fail(what, remedy);
    else report.warn(what, remedy);
  }
  const has = Math.round(memoryLimit() / bytesPerMegabyte);
  const takes = ownMegabytes + cache.memoryMegabytes + front.memoryMegabytes + hashing.memoryKib / 1024;
  if (takes > has) {
    report.fail(
      `there are ${has} MB of memory, and the caches may bring it to ${Math.round(takes)} MB`,
      'Lower CACHE_MEMORY_MB and FRONT_MEMORY_MB, or give it more memory.',
    );
  }
  if (report.findings.length === 0)
    report.ok(`Node ${process.versions.node}, ${files ?? 'many'} files, ${has} MB of memory`);
}

/** Null where there is no telling, as off Linux. */
function openFilesLimit(): number | null {
  const limits = textOf('/proc/self/limits');
  const [, soft] = /^Max open files +(\d+)/m.exec(limits) ?? [];
  return soft === undefined ? null : Number(soft);
}

/** That of the container, if it has one. */
function memoryLimit(): number {
  const limit = Number(textOf('/sys/fs/cgroup/memory.max').trim());
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
