import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startPostgres } from '../../src/scripts/postgres/start-postgres.js';
import { Entry } from '../support/entry.js';
import { leaveNothingIn } from '../support/leave-nothing.js';

const entries = { 'npm start': resolve('dist/scripts/start.js'), production: resolve('dist/main.js') };
const production = {
  TMDB_READ_TOKEN: 'test-token',
  HOST: '127.0.0.1',
  PORT: '0',
  DRAIN_SECONDS: '0',
  DATABASE_URL: 'postgres://127.0.0.1:1/none',
  JWT_SECRET: 'x'.repeat(32),
};
const query = JSON.stringify({ query: '{ movies(first: 3) { nodes { title } } about { mode } }' });

// It takes some seconds, which the other tests use.
let endOfHang: ReturnType<typeof endWhileUploadHangs>;
const running: Entry[] = [];
const servers: Server[] = [];
/** Where entries run, and keep what they keep. */
let folder: string;
let leave: () => Promise<void>;

function start(file: string, env: Record<string, string> = {}, flags: readonly string[] = []): Entry {
  const entry = Entry.node([...flags, resolve(file)], { PORT: '0', ...env }, folder);
  running.push(entry);
  return entry;
}

const answers = (entry: Entry): Promise<string> => entry.says(/answers at (http\S+)/);

async function takePort(port = 0): Promise<number> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  return (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  const build = Entry.run('npm', ['run', '--silent', 'build']);
  expect([await build.ended(), build.text]).toEqual([0, '']);
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'watchme-start-')));
  // Where root starts it, another user has to get in.
  chmodSync(folder, 0o755);
  leave = leaveNothingIn(folder);
  endOfHang = endWhileUploadHangs();
  // Told by the test that waits for it.
  endOfHang.catch(() => undefined);
}, 120_000);

afterEach(() => {
  for (const entry of running.splice(0)) entry.kill();
  for (const server of servers.splice(0)) server.close();
});

// The starts that were killed left it to the next one.
afterAll(async () => {
  await (await startPostgres({ folder: join(folder, '.watchme') })).stop();
  await leave();
});

describe('npm start', () => {
  test('fills in what is missing, says so in a few lines, and answers', async () => {
    const entry = start(entries['npm start']);
    const response = await fetch(await answers(entry), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: query,
    });
    const { data } = (await response.json()) as { data: { movies: { nodes: object[] }; about: object } };
    expect([data.movies.nodes.length, data.about]).toEqual([3, { mode: 'DEMO' }]);
    const told = entry.text.split('\n').filter((line) => !line.startsWith('{') && line.trim() !== '');
    expect(told.length).toBeLessThanOrEqual(8);
    expect(told.join('\n')).toMatch(/demo catalogue.*TMDB_READ_TOKEN/);
    expect(told.join('\n')).toMatch(/HOST.*INTROSPECTION.*EXPLORER.*CORS_ORIGINS.*localhost/);
    expect(told.join('\n')).toMatch(/accounts .*PostgreSQL.*DATABASE_URL[^]*mail .*printed.*SMTP_URL/);
    expect(told.join('\n')).toContain('docs/configuration.md');
    entry.signal('SIGTERM');
    expect([await entry.ended(), entry.isAnyoneLeft]).toEqual([0, false]);
  });

  test('ends with 0 at Ctrl-C, which npm hands on a second time', async () => {
    const entry = start(entries['npm start']);
    await answers(entry);
    entry.signalGroup('SIGINT');
    entry.signal('SIGINT');
    expect([await entry.ended(), entry.isAnyoneLeft]).toEqual([0, false]);
  });

  test('names the remedy where its port is taken', async () => {
    const entry = start(entries['npm start'], { PORT: String(await takePort()) });
    expect(await entry.ended()).toBe(1);
    expect(entry.text).toMatch(/EADDRINUSE[^]*Choose another port, such as PORT=/);
    expect(entry.isAnyoneLeft).toBe(false);
  });

  test('takes the next free port for the demo catalogue where DEMO_PORT is taken', async () => {
    const taken = await takePort();
    const entry = start(entries['npm start'], { DEMO_PORT: String(taken) });
    const demo = Number(await entry.says(/demo catalogue at http:\/\/127\.0\.0\.1:(\d+)/));
    expect(demo).toBeGreaterThan(taken);
  });

  test('tells all that is wrong at once', async () => {
    const wrong = { PORT: 'x', LOG_LEVEL: 'loud', DEMO_PORT: '1e3', TMDB_BASE_URL: 'http://proxy.example/3' };
    const entry = start(entries['npm start'], wrong);
    expect(await entry.ended()).toBe(1);
    const told = [...entry.text.matchAll(/^ {2}- (\w+)/gm)].map(([, name]) => name);
    expect(told).toEqual(['PORT', 'LOG_LEVEL', 'TMDB_BASE_URL', 'DEMO_PORT']);
  });
});

describe('the production entry', () => {
  test('names every variable at fault at once', async () => {
    const entry = start(entries.production, { PORT: 'x', EXPLORER: 'yes' });
    expect(await entry.ended()).toBe(1);
    const told = [...entry.text.matchAll(/^ {2}- (\w+) /gm)].map(([, name]) => name);
    expect(told).toEqual(['PORT', 'TMDB_READ_TOKEN', 'DATABASE_URL', 'JWT_SECRET', 'EXPLORER']);
  });
});

async function endWhileUploadHangs(): Promise<{ code: number | string; ms: number }> {
  const entry = Entry.node([entries['npm start']], { PORT: '0' }, folder);
  try {
    const { hostname, port } = new URL(await answers(entry));
    const upload = connect(Number(port), hostname);
    upload.on('error', () => undefined);
    await sendHalf(upload);
    const begun = performance.now();
    entry.signal('SIGTERM');
    return { code: await entry.ended(), ms: performance.now() - begun };
  } finally {
    entry.kill();
  }
}

/** Returns once the server has read the head: it answers `Expect` then. */
async function sendHalf(upload: Socket): Promise<void> {
  const head = ['POST /graphql HTTP/1.1', 'Host: x', 'Content-Type: application/json', 'Content-Length: 1000'];
  upload.write(`${[...head, 'Expect: 100-continue'].join('\r\n')}\r\n\r\n{`);
  expect(String(await once(upload, 'data'))).toContain('100 Continue');
}

describe.each(Object.entries(entries))('a signal while %s boots', (_name, file) => {
  // Says when the entry has begun to load its modules: at the first that it loads late.
  const announce = `data:text/javascript,${encodeURIComponent(
    `import { registerHooks } from 'node:module';
     let isSaid = false;
     registerHooks({ resolve(specifier, context, next) {
       if (!isSaid && /config\\/load-config|serve-locally/.test(specifier)) {
         isSaid = true;
         process.stdout.write('loading\\n');
       }
       return next(specifier, context);
     } });`,
  )}`;

  test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it with 0', async (signal) => {
    const entry = start(file, production, ['--import', announce]);
    await entry.says(/loading/);
    entry.signal(signal);
    expect([await entry.ended(), entry.text.replace('loading\n', '').includes('Error')]).toEqual([0, false]);
    expect(entry.isAnyoneLeft).toBe(false);
  });
});

describe('an older Node', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const files = Object.values(scripts).flatMap((script) => script.match(/\b(dist\/)?scripts\/[\w/-]+\.js/g) ?? []);
  const older = `data:text/javascript,${encodeURIComponent(
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });`,
  )}`;

  test.each([...new Set([...files, entries.production])])('is refused by %s with the remedy', async (file) => {
    const entry = start(file, {}, ['--import', older]);
    expect(await entry.ended()).toBe(1);
    expect(entry.text).toMatch(/^WatchMe needs Node 24 or newer, and this is Node 20\.20\.2\./);
    expect(entry.text).toMatch(/npm ci[^]*nodejs\.org/);
  });
});

test('an upload that hangs holds up the end for some seconds only', async () => {
  const { code, ms } = await endOfHang;
  expect(code).toBe(0);
  // Apollo alone would wait for ten.
  expect(ms).toBeLessThan(8000);
});
