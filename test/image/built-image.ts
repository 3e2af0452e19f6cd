import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Entry } from '../support/entry.js';
import { leaveOut } from '../support/leave-out.js';

interface Stage {
  readonly root: string;
  readonly workdir: string;
  readonly settings: {
    readonly USER: readonly string[];
    readonly CMD: readonly string[];
    readonly HEALTHCHECK: readonly string[];
  };
  readonly mounts: readonly string[];
}

/** The user `node` of the image. */
const user = 1000;

/** A suite about what the steps of the Dockerfile make; left out where bubblewrap can not run. */
export function describeWithImage(title: string, define: () => void): void {
  // With processes and a /proc of its own, which some containers refuse where they allow the rest.
  const own = ['--unshare-user', '--uid', String(user), '--unshare-pid', '--proc', '/proc', '--dev', '/dev'];
  const trial = spawnSync('bwrap', ['--ro-bind', '/', '/', ...own, 'true']);
  if (trial.status === 0) define();
  else leaveOut(title, 'no bubblewrap on this machine, or it may not make user namespaces', define);
}

/** What `npm run image` makes, in a folder of the test's own. */
export class BuiltImage {
  private constructor(
    private readonly folder: string,
    private readonly stages: Readonly<Record<string, Stage>>,
    /** What building said. */
    readonly report: string,
  ) {}

  /** @throws Error with what building said, where a step fails. */
  static build(): BuiltImage {
    const folder = mkdtempSync(join(tmpdir(), 'image-test-'));
    const made = spawnSync(process.execPath, ['scripts/image.js', `--out=${folder}`], { encoding: 'utf8' });
    if (made.status !== 0) throw new Error(made.stdout + made.stderr);
    const stages = JSON.parse(readFileSync(join(folder, 'image.json'), 'utf8')) as Record<string, Stage>;
    return new BuiltImage(folder, stages, made.stdout);
  }

  target(name: string): Stage {
    const stage = this.stages[name];
    if (stage === undefined) throw new Error(`The Dockerfile has no ${name}.`);
    return stage;
  }

  /** The files of a target, as paths in it. */
  filesOf(name: string): string[] {
    const { root, workdir } = this.target(name);
    const found = spawnSync('find', ['.', '-type', 'f', '-printf', '%P\n'], {
      cwd: join(root, workdir),
      maxBuffer: 2 ** 26,
    });
    return String(found.stdout).split('\n').filter(Boolean);
  }

  /** Runs a command in a target as containers do: its user, a read-only file system, nothing else of this machine. */
  run(name: string, command: readonly string[], env: Readonly<Record<string, string>> = {}): Entry {
    const { root, workdir, mounts } = this.target(name);
    const set = Object.entries({ PATH: '/usr/local/bin:/usr/bin:/bin', ...env });
    const own = ['--unshare-user', '--uid', String(user), '--gid', String(user), '--unshare-pid', '--die-with-parent'];
    const variables = ['--clearenv', ...set.flatMap(([variable, value]) => ['--setenv', variable, value])];
    const place = ['--ro-bind', root, '/', ...mounts, '--chdir', workdir];
    return Entry.run('bwrap', [...own, ...variables, ...place, ...command]);
  }

  /** Tells what runs in a container to end; bubblewrap itself, which stands around it, would only die of the signal. */
  end(entry: Entry): void {
    process.kill(lastDescendantOf(entry.pid), 'SIGTERM');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function lastDescendantOf(pid: number): number {
  const child = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').find(Boolean);
  return child === undefined ? pid : lastDescendantOf(Number(child));
}
