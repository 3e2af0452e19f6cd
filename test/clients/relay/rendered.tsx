import './page.js';
import { act, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { RelayEnvironmentProvider } from 'react-relay';
import type { Environment } from 'relay-runtime';

/** A component on a page for as long as it is looked at. What it reads has to be in the store, so that it shows at once. */
export async function whileShown<Result>(
  environment: Environment,
  element: ReactElement,
  look: (page: Element) => Result | Promise<Result>,
): Promise<Result> {
  const page = document.createElement('main');
  const root = createRoot(page);
  act(() => root.render(<RelayEnvironmentProvider environment={environment}>{element}</RelayEnvironmentProvider>));
  try {
    return await look(page);
  } finally {
    act(() => root.unmount());
  }
}

/** Presses the button, and waits for what it sets in motion. */
export async function press(page: Element, done: Promise<void>): Promise<void> {
  await act(() => {
    page.querySelector('button')?.click();
    return done;
  });
}

export function textsOf(page: Element, selector: string): string[] {
  return [...page.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
}
