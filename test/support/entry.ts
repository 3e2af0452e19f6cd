import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

type Environment = Readonly<Record<string, string>>;

/** What an entry needs of the machine's environment; the rest would be configuration. */
const inherited = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' };

/** An entry as a real process, at the head of a process group of its own. */
export class Entry {
  private output = '';
  private readonly exit: Promise<unknown[]>;

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk) => (this.output += String(chunk)));
    child.stderr?.on('data', (chunk) => (this.output += String(chunk)));
    this.exit = once(child, 'close');
  }

  /** Starts Node with arguments. */
  static node(args: readonly string[], env: Environment = {}, folder?: string): Entry {
    return Entry.run(process.execPath, args, env, folder);
  }

  /** `folder`: where it runs; here unless it is said. */
  static run(command: string, args: readonly string[], env: Environment = {}, folder = '.'): Entry {
    const stdio = ['ignore', 'pipe', 'pipe'] as const;
    return new Entry(
      spawn(command, args, { env: { ...inherited, ...env }, stdio: [...stdio], detached: true, cwd: folder }),
    );
  }

  /** Everything it wrote so far. */
  get text(): string {
    return this.output;
  }

  /** Waits until it writes what fits, and gives the first group. @throws where it ends before. */
  async says(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(this.output);
      if (found !== null) return found[1] ?? found[0];
      const more = once(this.child.stdout ?? this.child, 'data');
      if ((await Promise.race([more, this.exit.then(() => null)])) === null && !pattern.test(this.output)) {
        throw new Error(`It ended without ${pattern}:\n${this.output}`);
      }
    }
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Signals every process of the group, as a terminal does. */
  signalGroup(signal: NodeJS.Signals): void {
    process.kill(-this.pid, signal);
  }

  /** The code it ends with, or the signal that ended it. */
  async ended(): Promise<number | string> {
    await this.exit;
    return this.child.exitCode ?? this.child.signalCode ?? 'unknown';
  }

  /** Whether a process of its group is alive. */
  get isAnyoneLeft(): boolean {
    try {
      process.kill(-this.pid, 0);
      return true;
    } catch {
      return false;
    }
  }

  /** For the end of a test, whatever became of it. */
  kill(): void {
    if (this.isAnyoneLeft) this.signalGroup('SIGKILL');
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('It was not started.');
    return this.child.pid;
  }
}
