import { hashOf } from './content-policy.js';
import type { ExampleOperation } from './example-operations.js';
import { type Page, renderPage } from './page.js';

// The major version that the page of Apollo Server takes.
const sandboxScript = 'https://embeddable-sandbox.cdn.apollographql.com/v2/embeddable-sandbox.umd.production.min.js';

/** Where the frame comes from that the script opens. It greets the page once it is there. */
const sandboxOrigin = 'https://sandbox.embed.apollographql.com';

/** The address of the local explorer, with the part that tells why one is there. */
const instead = '/explorer#sandbox-unreachable';

const scriptPatienceMs = 2000;
const framePatienceMs = 10_000;

const main = `<p class="waiting" role="status"></p>
<noscript><p>The explorers need JavaScript; the <a href="/schema.graphql" download>schema</a> does not.</p></noscript>
<div id="sandbox"></div>`;

/**
 * Apollo Sandbox on our endpoint, with `first` filled in. It comes from Apollo's servers: where its script has not come
 * in two seconds, or its frame not in ten, the page goes on to the local explorer.
 */
export function renderSandboxPage({ document, variables }: ExampleOperation): Page {
  const options = {
    target: '#sandbox',
    initialState: { document, variables: variables ?? {}, includeCookies: false },
    endpointIsEditable: false,
    hideCookieToggle: false,
    runTelemetry: false,
    // It would add styles that the policy refuses.
    allowDynamicStyles: false,
  };
  const script = `
const waiting = document.querySelector('.waiting');
waiting.textContent = 'Opening Apollo Sandbox, which comes from the internet …';
const goOn = () => location.replace(${literal(instead)});
let patience = setTimeout(goOn, ${scriptPatienceMs});
addEventListener('message', ({ origin }) => {
  if (origin !== ${literal(sandboxOrigin)}) return;
  clearTimeout(patience);
  waiting.remove();
});
const sandbox = document.createElement('script');
sandbox.src = ${literal(sandboxScript)};
sandbox.onerror = goOn;
sandbox.onload = () => {
  clearTimeout(patience);
  patience = setTimeout(goOn, ${framePatienceMs});
  try {
    new EmbeddedSandbox({ ...${literal(options)}, initialEndpoint: new URL('/graphql', location.href).href });
  } catch {
    goOn();
  }
};
document.head.append(sandbox);
`;
  const { html, headers } = renderPage({
    title: 'WatchMe · Apollo Sandbox',
    path: '/',
    main,
    script,
    directives: {
      'connect-src': ["'self'"],
      'frame-src': [sandboxOrigin],
      'script-src': [hashOf(script), sandboxScript],
    },
  });
  // Sandbox signs in to Apollo by a window that has to find its way back.
  return { html, headers: { ...headers, 'Cross-Origin-Opener-Policy': 'same-origin-allow-popups' } };
}

/** JSON that can stand in a script: no text of it closes the element. */
function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
