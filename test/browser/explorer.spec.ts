import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { exampleOperations } from '../../src/explorer/example-operations.js';
import { type Api, startApi } from '../support/api.js';
import { describeWithChromium, launchChromium } from '../support/chromium.js';
import { openWatchedPage, type WatchedPage } from './watched-page.js';

// Four megabytes of editor start in each test, on a machine that is busy with other suites.
jest.setTimeout(90_000);

const sandboxScript = 'https://embeddable-sandbox.cdn.apollographql.com/v2/embeddable-sandbox.umd.production.min.js';
const sandboxFrame = 'https://sandbox.embed.apollographql.com/';
/** In the place of Apollo's script, which the internet alone has: opens the frame that it would open. */
const openFrame = `window.EmbeddedSandbox = class {
  constructor({ target }) {
    const frame = document.createElement('iframe');
    frame.src = '${sandboxFrame}';
    document.querySelector(target).append(frame);
  }
};`;
const [popularFilms] = exampleOperations('LIVE');

describeWithChromium('the explorer, in a browser without internet', () => {
  let api: Api;
  let origin: string;
  let browser: Browser;
  let watched: WatchedPage;

  beforeAll(async () => {
    api = await startApi({ EXPLORER: 'on' });
    ({ origin } = new URL(api.url));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await api?.close();
  });
  beforeEach(async () => {
    watched = await openWatchedPage(browser, [origin, new URL(api.standIn.imageUrl).origin]);
  });
  afterEach(() => watched.close());

  test('asks for Apollo Sandbox, and goes on to the local one when it does not come', async () => {
    const { page, outside, errors } = watched;
    await page.goto(`${origin}/`);
    await page.waitForURL(`${origin}/explorer#sandbox-unreachable`);
    await page.getByText('Apollo Sandbox could not be reached').waitFor();
    await altairOf(page).getByText('Popular films').waitFor();
    expect(outside).toEqual([sandboxScript]);
    expect(errors).toEqual([expect.stringContaining('ERR_INTERNET_DISCONNECTED')]);
  });

  test('goes on when Apollo Sandbox hangs', async () => {
    const { page, errors } = watched;
    await page.route(sandboxScript, () => undefined);
    await page.goto(api.url, { waitUntil: 'commit' });
    await page.waitForURL(`${origin}/explorer#sandbox-unreachable`);
    expect(errors).toEqual([]);
  });

  test.each([
    ['its script is another one', ''],
    ['its script fails', 'window.EmbeddedSandbox = class { constructor() { throw new Error("Not today."); } };'],
  ])('goes on when %s', async (_, body) => {
    const { page, errors } = watched;
    await page.route(sandboxScript, (route) => route.fulfill({ contentType: 'text/javascript', body }));
    await page.goto(api.url, { waitUntil: 'commit' });
    await page.waitForURL(`${origin}/explorer#sandbox-unreachable`);
    expect(errors).toEqual([]);
  });

  test('goes on when the frame of Apollo Sandbox is not there', async () => {
    const { page } = watched;
    await page.route(sandboxScript, (route) => route.fulfill({ contentType: 'text/javascript', body: openFrame }));
    await page.clock.install();
    await Promise.all([page.waitForRequest(sandboxFrame), page.goto(api.url)]);
    await page.clock.runFor(10_000);
    await page.waitForURL(`${origin}/explorer#sandbox-unreachable`);
  });

  test('stays with Apollo Sandbox once its frame has greeted', async () => {
    const { page, errors } = watched;
    const greeting = '<script>parent.postMessage({ name: "ExplorerListeningForHandshake" }, "*")</script>';
    await page.route(sandboxScript, (route) => route.fulfill({ contentType: 'text/javascript', body: openFrame }));
    await page.route(sandboxFrame, (route) => route.fulfill({ contentType: 'text/html', body: greeting }));
    await page.clock.install();
    await page.goto(api.url);
    await page.getByText('Opening Apollo Sandbox').waitFor({ state: 'detached' });
    await page.clock.runFor(60_000);
    expect(page.url()).toBe(api.url);
    expect(errors).toEqual([]);
  });

  test('opens Apollo Sandbox on this endpoint, with a query filled in', async () => {
    const { page, errors } = watched;
    // In the place of Apollo's script: the page's own part is what is looked at.
    const body = 'window.EmbeddedSandbox = class { constructor(options) { window.opened = options; } };';
    await page.route(sandboxScript, (route) => route.fulfill({ contentType: 'text/javascript', body }));
    await page.goto(api.url);
    await page.waitForFunction('window.opened');
    expect(await page.evaluate('window.opened')).toMatchObject({
      target: '#sandbox',
      initialEndpoint: api.url,
      initialState: { document: popularFilms.document },
    });
    expect(page.url()).toBe(api.url);
    expect(errors).toEqual([]);
  });

  test('begins with a query that runs', async () => {
    const { page, errors, outside } = watched;
    await page.goto(`${origin}/explorer`);
    const altair = altairOf(page);
    await altair.getByText('Send query PopularFilms').waitFor();
    await send(altair);
    await altair.getByText('"Inception"').first().waitFor();
    expect([errors, outside]).toEqual([[], []]);
  });

  test('has a tab for each example, and the docs of the schema', async () => {
    const { page, errors } = watched;
    await page.goto(`${origin}/explorer`);
    const altair = altairOf(page);
    for (const { name } of exampleOperations('LIVE')) await altair.getByText(name, { exact: true }).first().waitFor();
    await altair
      .getByRole('button', { name: 'Docs' })
      .or(altair.getByText('Docs', { exact: true }))
      .first()
      .click();
    await altair.getByText('Search docs').or(altair.getByPlaceholder('Search docs...')).first().waitFor();
    expect(errors).toEqual([]);
  });

  test('signs up, and sends the token with what needs one', async () => {
    const { page, errors, outside } = watched;
    await page.goto(`${origin}/explorer`);
    const altair = altairOf(page);
    await openTab(altair, 'Sign up', 'Send mutation SignUp');
    await send(altair);
    await altair.getByText('"accessToken"').first().waitFor();
    await altair.getByText('Updated active environment variables: accessToken.').waitFor();
    expect(page.frames().map((frame) => new URL(frame.url()).pathname)).toEqual(['/explorer', '/explorer/altair/']);
    await openTab(altair, 'My watchlist', 'Send query MyWatchlist');
    await send(altair);
    await altair.getByText('"totalCount"').first().waitFor();
    expect([errors, outside]).toEqual([[], []]);
  });

  test('takes the colours that the browser prefers, in the page and in Altair', async () => {
    const { page } = watched;
    const inks: string[][] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${origin}/explorer`);
      await altairOf(page).getByText('Popular films').waitFor();
      const tab = "getComputedStyle(document.querySelector('.window-switcher__item') ?? document.body).color";
      inks.push(await Promise.all(page.frames().map((frame) => frame.evaluate<string>(tab))));
    }
    const [light = [], dark = []] = inks;
    expect(light).toHaveLength(2);
    expect(light.filter((ink, index) => ink === dark[index])).toEqual([]);
  });

  test('tells what is wrong with a query', async () => {
    const { page, errors } = watched;
    await page.goto(`${origin}/explorer`);
    const altair = altairOf(page);
    await openTab(altair, 'My watchlist', 'Send query MyWatchlist');
    await send(altair);
    await altair.getByText('UNAUTHENTICATED').first().waitFor();
    expect(errors).toEqual([]);
  });
});

function altairOf(page: Page): FrameLocator {
  return page.frameLocator('iframe[title^="Altair"]');
}

/** Until its operation is there to be sent, what is sent is that of the tab before. */
async function openTab(altair: FrameLocator, name: string, operation: string): Promise<void> {
  await altair.getByText(name, { exact: true }).first().click();
  await altair.getByText(operation).first().waitFor();
}

async function send(altair: FrameLocator): Promise<void> {
  await altair.locator('button:visible', { hasText: 'Send Request' }).first().click();
}
