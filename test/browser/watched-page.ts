import type { Browser, Page } from 'playwright-core';

/** A page of a browser that has no internet, and what it did. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors in its console, those of its frames too. */
  readonly errors: string[];
  /** Addresses elsewhere that it asked for. */
  readonly outside: string[];
  close(): Promise<void>;
}

/** Opens a page that reaches `origins` alone. */
export async function openWatchedPage(
  browser: Browser,
  origins: readonly string[],
  settings: Parameters<Browser['newContext']>[0] = {},
): Promise<WatchedPage> {
  const context = await browser.newContext(settings);
  const page = await context.newPage();
  const errors: string[] = [];
  const outside: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', ({ message }) => errors.push(message));
  await context.route(
    ({ origin, protocol }) => protocol.startsWith('http') && !origins.includes(origin),
    async (route) => {
      outside.push(route.request().url());
      await route.abort('internetdisconnected');
    },
  );
  return { page, errors, outside, close: () => context.close() };
}
