import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { atSignal, RealApp } from '../support/real-app.js';

let standIn: StandIn;
let app: RealApp | undefined;

beforeAll(async () => {
  standIn = await startStandIn();
});
afterEach(() => app?.entry.kill());
afterAll(() => standIn.close());

const secret = 'Bearer very-secret';
const fault = `Object.assign(new Error('nobody caught it'), { options: { headers: { authorization: '${secret}' } } })`;

test.each([
  ['a rejection', `void Promise.reject(${fault});`],
  ['an exception', `throw ${fault};`],
])(
  '%s that nobody handles is logged without its secrets, and ends the process in order with 1',
  async (_name, code) => {
    app = await RealApp.start({ standIn, flags: atSignal(code) });
    app.entry.signal('SIGUSR2');
    let ready = await fetch(app.at('/health/ready'));
    while (ready.ok) ready = await fetch(app.at('/health/ready'));
    expect(await ready.json()).toEqual({ status: 'draining', degraded: [] });
    expect((await fetch(app.at('/health/live'))).status).toBe(200);
    expect(await app.entry.ended()).toBe(1);
    const line = JSON.parse(await app.entry.says(/^\{.*nobody caught it.*$/m)) as object;
    expect(line).toMatchObject({
      level: 60,
      context: 'Process',
      msg: 'An error that nobody caught ends the process',
      err: { message: 'nobody caught it', options: { headers: { authorization: '[redacted]' } } },
    });
    expect(app.entry.text).not.toContain(secret);
  },
);

test('one that is thrown over and over is told ten times', async () => {
  app = await RealApp.start({ standIn, flags: atSignal(`setInterval(() => { throw new Error('again'); }, 5);`) });
  app.entry.signal('SIGUSR2');
  expect(await app.entry.ended()).toBe(1);
  expect(app.entry.text.match(/"msg":"An error that nobody caught/g)).toHaveLength(10);
});
