import type { RenderOptions } from 'altair-static';
import { contentPolicy } from './content-policy.js';
import type { ExampleOperation } from './example-operations.js';

/** Where Altair is served. */
export const altairPath = '/explorer/altair/';

/** A script of its page, beside its files. */
export const altairOptionsFile = 'options.js';

/** Among its files, the page of the frame for scripts. */
export const scriptFrameFile = 'iframe-sandbox/index.html';

/** For the page and its workers. Angular puts styles into the page. */
export const altairPolicy = contentPolicy({
  'base-uri': ["'self'"],
  'connect-src': ["'self'"],
  'font-src': ["'self'", 'data:'],
  'frame-ancestors': ["'self'"],
  'frame-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'worker-src': ["'self'", 'blob:'],
});

/**
 * For the frame in which Altair runs the scripts of a tab. Nobody but Altair can give it one: a page elsewhere may not
 * hold it in a frame, and has no hold on it in a window (`Cross-Origin-Opener-Policy`).
 */
export const scriptFramePolicy = contentPolicy({
  sandbox: ['allow-scripts', 'allow-same-origin'],
  'base-uri': ["'self'"],
  'frame-ancestors': ["'self'"],
  'script-src': ["'self'", "'unsafe-eval'"],
  'style-src': ["'self'"],
});

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
