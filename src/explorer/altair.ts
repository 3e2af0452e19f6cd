import type { RenderOptions } from 'altair-static';
import { contentPolicy } from './content-policy.js';
import type { ExampleOperation } from './example-operations.js';

/** Where Altair is served. */
export const altairPath = '/explorer/altair/';

/** A script of its page, beside its files. */
export const altairOptionsFile = 'options.js';

/** For the page. Angular puts styles into it. */
export const altairPolicy = contentPolicy({
  'base-uri': ["'self'"],
  'connect-src': ["'self'"],
  'font-src': ["'self'", 'data:'],
  'frame-ancestors': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'worker-src': ["'self'", 'blob:'],
});

/** For its workers. One of them runs the scripts of tabs, which reach nothing but what Altair hands them. */
export const altairWorkerPolicy = contentPolicy({ 'script-src': ["'self'", "'unsafe-eval'"] });

/** Where the scripts keep the token, for the headers. */
const environment = { id: 'watchme', title: 'WatchMe', variables: { accessToken: '' } };

const keepToken = `
const { data } = JSON.parse(altair.response.body);
const { accessToken } = data?.register ?? data?.login ?? {};
if (accessToken) altair.helpers.setEnvironment('accessToken', accessToken, true);
`;

/** A tab for each operation; a token that one of them gets goes with those that need one. */
export function altairOptions(operations: readonly ExampleOperation[]): RenderOptions {
  return {
    baseURL: altairPath,
    endpointURL: '/graphql',
    serveInitialOptionsInSeperateRequest: altairOptionsFile,
    initialWindows: operations.map(tabOf),
    initialEnvironments: {
      activeSubEnvironment: environment.id,
      subEnvironments: [environment],
    },
    initialSettings: { theme: 'system', language: 'en-US', addQueryDepthLimit: 3, tabSize: 2, 'banners.disable': true },
    instanceStorageNamespace: 'watchme_',
    disableAccount: true,
  };
}

function tabOf({ name, document, variables, access }: ExampleOperation) {
  return {
    initialName: name,
    initialQuery: document,
    ...(variables === undefined ? {} : { initialVariables: JSON.stringify(variables, null, 2) }),
    ...(access === 'GIVES_TOKEN' ? { initialPostRequestScript: keepToken } : {}),
    ...(access === 'NEEDS_TOKEN' ? { initialHeaders: { Authorization: 'Bearer {{accessToken}}' } } : {}),
  };
}

/**
 * Altair tries whether its page may evaluate code. Where it may not, it runs the scripts of tabs in a frame of our origin
 * rather than in a worker; so it is told yes, though nothing is evaluated but in the worker.
 */
export const takeWorker = `
const { eval: evaluate } = globalThis;
globalThis.eval = (code) => (code === '1' ? 1 : evaluate(code));
`;

/** Altair stays at the tab that it opened last: whoever comes for the first time is led to the first. */
export function beginAtFirstOf({ length }: readonly ExampleOperation[]): string {
  return `
if (localStorage.getItem('watchme_begun') === null) {
  localStorage.setItem('watchme_begun', 'yes');
  const opening = new MutationObserver(() => {
    const tabs = document.querySelectorAll('app-window-switcher-item > div');
    if (tabs.length < ${length} || !tabs.item(tabs.length - 1).matches('[class$=--active]')) return;
    opening.disconnect();
    tabs.item(0).click();
  });
  opening.observe(document.body, { subtree: true, childList: true, attributeFilter: ['class'] });
}
`;
}
