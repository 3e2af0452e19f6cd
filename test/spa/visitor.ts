import { readFileSync } from 'node:fs';
import type { BrowserContext, Page, Request, Route } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

const axe = (): string => readFileSync('examples/spa/node_modules/axe-core/axe.min.js', 'utf8');

/** A tab of somebody who looks at what the page asks for and complains of. */
export class Visitor {
  /** Names of the operations that were asked, in their order. */
  readonly asked: string[] = [];
  /** Those whose request was aborted. */
  readonly dropped: string[] = [];
  /** What went to anywhere but this machine. */
  readonly outside: string[] = [];
  /** What the console and the page told of errors. */
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on('request', (request) => {
      const operation = operationOf(request);
      if (operation !== null) this.asked.push(operation);
      const { protocol, hostname } = new URL(request.url());
      if (protocol !== 'data:' && hostname !== '127.0.0.1') this.outside.push(request.url());
    });
    page.on('requestfailed', (request) => {
      const operation = operationOf(request);
      if (operation !== null) this.dropped.push(operation);
    });
    page.on('console', (message) => message.type() === 'error' && this.errors.push(message.text()));
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  static async arrive(context: BrowserContext, url: string, path = '/'): Promise<Visitor> {
    const visitor = new Visitor(await context.newPage(), url);
    await visitor.open(path);
    return visitor;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
  }

  /** The page's heading, once it says so. */
  async reads(heading: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  }

  async press(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
  }

  /**
   * Keeps the next request of an operation until it is said what becomes of it: `continue`, or `abort` as when the
   * network is gone.
   */
  async hold(operation: string): Promise<(fate: 'continue' | 'abort') => Promise<void>> {
    const held = new Promise<Route>((resolve, reject) => {
      const take = (route: Route): Promise<void> | void =>
        operationOf(route.request()) === operation ? resolve(route) : route.fallback();
      this.page.route('**/graphql', take).catch(reject);
    });
    // So that the route is there before anything is done.
    await this.page.evaluate('0');
    return async (fate) => {
      const route = await held;
      await route[fate]();
      await this.page.unroute('**/graphql');
    };
  }

  async text(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  /** What axe-core finds serious or critical. */
  async barriers(): Promise<string[]> {
    await this.page.evaluate(axe());
    const { violations } = await this.page.evaluate<{ violations: Violation[] }>('axe.run()');
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }

  /** Waits until all pictures in the window are drawn. */
  async seesPictures(): Promise<void> {
    await this.page.waitForFunction(`[...document.images].every((image) => {
      const { top, bottom } = image.getBoundingClientRect();
      return top > innerHeight || bottom < 0 || (image.complete && image.naturalWidth > 0);
    })`);
    await this.page.evaluate('document.fonts.ready.then(() => undefined)');
  }

  /** Whether all of the page's width is in the window. */
  isWithinWidth(): Promise<boolean> {
    return this.page.evaluate('document.documentElement.scrollWidth <= innerWidth');
  }
}

function operationOf(request: Request): string | null {
  if (!request.url().endsWith('/graphql')) return null;
  const { query } = request.postDataJSON() as { readonly query: string };
  return /^(?:query|mutation) (\w+)/.exec(query)?.[1] ?? null;
}
