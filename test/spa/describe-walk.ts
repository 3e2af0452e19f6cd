import { afterAll, afterEach, beforeAll, beforeEach, expect, jest } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { ShiftedClock } from '../e2e/shifted-clock.js';
import { cheapHashing, goodPassword, newEmail } from '../support/accounts.js';
import { type Api, startApi } from '../support/api.js';
import { launchChromium } from '../support/chromium.js';
import { type MailSink, startMailSink } from '../support/mail-sink.js';
import { describeWithClient, type ServedClient, serveClient } from './served-client.js';
import { Visitor } from './visitor.js';

/** What the browser itself logs of a request that a test makes fail, and of one with a token that is over. */
const provoked = /^Failed to load resource: /;

/** How the window is and what it prefers. */
export interface Window {
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
}

/** TMDb's failures are told soon. */
const impatience = { TMDB_DEADLINE_MS: '2000' };

/** For one step; then it says which one it was. */
const patienceMs = 15_000;

const wide: Window = { width: 1440, height: 900, scheme: 'light' };

/** The example client before an API, for visitors of one browser at a time. */
export class Walk {
  private visitors: Visitor[] = [];
  private context: BrowserContext | undefined;

  private constructor(
    readonly clock: ShiftedClock,
    readonly api: Api,
    readonly sink: MailSink,
    private readonly client: ServedClient,
    private readonly browser: Browser,
  ) {}

  static async begin(): Promise<Walk> {
    const clock = new ShiftedClock();
    const sink = await startMailSink();
    const api = await startApi({ SMTP_URL: sink.url, ...cheapHashing, ...impatience });
    const [client, browser] = await Promise.all([serveClient(api.url), launchChromium()]);
    return new Walk(clock, api, sink, client, browser);
  }

  /** A browser that has never been here. */
  async newBrowser({ width, height, scheme }: Window = wide): Promise<void> {
    await this.context?.close();
    this.context = await this.browser.newContext({
      locale: 'en-US',
      viewport: { width, height },
      colorScheme: scheme,
      reducedMotion: 'reduce',
    });
    this.context.setDefaultTimeout(patienceMs);
  }

  /** A new tab. */
  async arrive(path = '/'): Promise<Visitor> {
    if (this.context === undefined) throw new Error('There is no browser yet.');
    const visitor = await Visitor.arrive(this.context, this.client.url, path);
    this.visitors.push(visitor);
    return visitor;
  }

  /** A new tab of somebody with a new account. */
  async signUp(email = newEmail()): Promise<Visitor> {
    const visitor = await this.arrive('/sign-up');
    await visitor.page.getByLabel('E-mail').fill(email);
    await visitor.page.getByLabel('Password', { exact: true }).fill(goodPassword);
    await visitor.press('Create an account');
    await visitor.page.getByRole('button', { name: 'Sign out' }).waitFor();
    return visitor;
  }

  /** The next mail's link, as a path of the client: mails lead to `PUBLIC_APP_URL`, which is another port here. */
  async nextLink(): Promise<string> {
    const { text } = await this.sink.nextMail();
    const { pathname, hash } = new URL(/^http:\S+$/m.exec(text)?.[0] ?? '');
    return `${pathname}${hash}`;
  }

  /** Leaves no fault behind. What went elsewhere, and what was complained of, since the last time. */
  async finish(): Promise<{ outside: string[]; errors: string[] }> {
    this.api.standIn.reset();
    await this.context?.close();
    this.context = undefined;
    const outside = this.visitors.flatMap((visitor) => visitor.outside);
    const errors = this.visitors.flatMap((visitor) => visitor.errors).filter((error) => !provoked.test(error));
    this.visitors = [];
    return { outside, errors };
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.client.close();
    await this.api.close();
    await this.sink.close();
    this.clock.restore();
  }
}

/** Whatever a test does, nothing is asked but of this machine, and nothing is complained of. */
export function describeWalk(title: string, define: (walk: () => Walk) => void): void {
  describeWithClient(title, () => {
    // Of many steps each, drawn without a graphics card.
    jest.setTimeout(90_000);
    let walk: Walk;
    beforeAll(async () => {
      walk = await Walk.begin();
    }, 120_000);
    beforeEach(() => walk.newBrowser());
    afterEach(async () => {
      expect(await walk.finish()).toEqual({ outside: [], errors: [] });
    });
    afterAll(() => walk?.end());
    define(() => walk);
  });
}
