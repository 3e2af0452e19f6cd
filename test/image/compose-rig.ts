import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCompose } from './compose-file.js';

/** What a command wrote, and the code that it ended with. */
export interface Outcome {
  readonly code: number | null;
  readonly text: string;
}

/** Runs the commands of docker-compose.yml on this machine, with a folder for the volume of secrets. */
export class ComposeRig {
  private readonly folder = mkdtempSync(join(tmpdir(), 'compose-test-'));
  readonly secrets = join(this.folder, 'secrets');
  private readonly programs = join(this.folder, 'bin');
  private readonly services = readCompose(readFileSync('docker-compose.yml', 'utf8')).services;

  constructor() {
    mkdirSync(this.secrets);
    mkdirSync(this.programs);
  }

  /** Lets a shell script stand for a program. */
  stand(program: string, script: string): void {
    const path = join(this.programs, program);
    rmSync(path, { force: true });
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
  }

  /** Runs the command of a service; `env` is what Compose would give it. */
  run(service: string, env: Readonly<Record<string, string>> = {}): Outcome {
    return this.spawn(this.services[service]?.command ?? [], env);
  }

  /** Runs the health check of a service, which has one in a shell. */
  ask(service: string): Outcome {
    const [, ...command] = this.services[service]?.healthcheck?.test ?? [];
    return this.spawn(['sh', '-c', ...command]);
  }

  secret(name: string): string {
    return readFileSync(join(this.secrets, name), 'utf8');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  /** Containers have umask 022, whoever runs the tests. */
  private spawn(command: readonly string[], env: Readonly<Record<string, string>> = {}): Outcome {
    const words = command.map((word) => word.replaceAll('$$', '$').replaceAll('/secrets', this.secrets));
    const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', 'umask 022; exec "$@"', 'sh', ...words], {
      env: { PATH: `${this.programs}:/usr/bin:/bin`, ...env },
      encoding: 'utf8',
    });
    return { code: status, text: stdout + stderr };
  }
}
