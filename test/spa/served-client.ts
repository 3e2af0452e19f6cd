import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describeWithChromium } from '../support/chromium.js';
import { Entry } from '../support/entry.js';
import { freePort } from '../support/free-port.js';
import { leaveOut } from '../support/leave-out.js';

const folder = resolve('examples/spa');
const vite = join(folder, 'node_modules/vite/bin/vite.js');
const codegen = join(folder, 'node_modules/@graphql-codegen/cli/esm/bin.js');

/** The example client as it would be deployed: built, and served beside an API. */
export interface ServedClient {
  readonly url: string;
  close(): Promise<void>;
}

/** A suite that needs the example client's packages and a Chromium. */
export function describeWithClient(title: string, define: () => void): void {
  if (existsSync(vite)) describeWithChromium(title, define);
  else leaveOut(title, 'its packages are not installed: npm ci --prefix examples/spa', define);
}

export async function serveClient(apiUrl: string): Promise<ServedClient> {
  const outDir = await mkdtemp(join(tmpdir(), 'watchme-spa-'));
  const run = promisify(execFile);
  await run(process.execPath, [codegen, '--silent'], { cwd: folder });
  await run(process.execPath, [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: folder,
  });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = Entry.node(
    [vite, 'preview', '--outDir', outDir, '--host', '127.0.0.1', '--port', String(port)],
    { WATCHME_API: new URL(apiUrl).origin },
    folder,
  );
  await server.says(/Local:/);
  return {
    url,
    close: async () => {
      server.kill();
      await rm(outDir, { recursive: true });
    },
  };
}
