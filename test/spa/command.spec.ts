import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Entry } from '../support/entry.js';
import { freePort } from '../support/free-port.js';
import { createDatabase } from '../support/postgres.js';
import { describeWithClient } from './served-client.js';

const query = '{ movies(first: 1) { nodes { title } } }';

describeWithClient('npm run spa', () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let ports: { readonly PORT: string; readonly SPA_PORT: string; readonly DEMO_PORT: string };
  let command: Entry;

  beforeAll(async () => {
    database = await createDatabase();
    const [api, spa, demo] = [await freePort(), await freePort(), await freePort()];
    ports = { PORT: String(api), SPA_PORT: String(spa), DEMO_PORT: String(demo) };
    command = Entry.node(['scripts/spa.js'], { ...ports, DATABASE_URL: database.url, LOG_LEVEL: 'silent' });
  });
  afterAll(async () => {
    // It ends what it has started, as far as that came.
    command?.signal('SIGTERM');
    await command?.ended();
    await database?.drop();
  });

  test('serves client and API at one address, said once, and ends both with 0', async () => {
    const address = await command.says(/The example client is at (http:\S+);/);
    const page = await fetch(address).then((response) => response.text());
    expect(page).toContain('<div id="root">');

    const answer = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(await answer.json()).toEqual({ data: { movies: { nodes: [{ title: expect.any(String) }] } } });
    expect(command.text.split(address)).toHaveLength(2);

    command.signal('SIGINT');
    expect(await command.ended()).toBe(0);
    const left = Object.values(ports).map((port) =>
      fetch(`http://localhost:${port}`).then(
        () => port,
        () => null,
      ),
    );
    expect(await Promise.all(left)).toEqual([null, null, null]);
  }, 90_000);
});
