import { hashOf } from './content-policy.js';
import type { ExampleOperation } from './example-operations.js';
import { type Page, renderPage } from './page.js';

// The major version that Apollo Server's own page takes.
const sandboxScript = 'https://embeddable-sandbox.cdn.apollographql.com/v2/embeddable-sandbox.umd.production.min.js';

/** The address of the local explorer, with the part that tells why one is there. */
const instead = '/explorer#sandbox-unreachable';

const patienceMs = 2000;

const main = `<p class="waiting" role="status">Opening Apollo Sandbox, which comes from the internet …</p>
<noscript><p>The explorer needs JavaScript. The schema can be read without: <a href="/schema.graphql">schema.graphql</a>.</p></noscript>
<div id="sandbox"></div>`;

/**
 * Apollo Sandbox on our endpoint, with `first` filled in. It comes from Apollo's servers; where its script has not come
 * in two seconds, the page goes on to the local explorer.
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
const goOn = () => location.replace(${literal(instead)});
const patience = setTimeout(goOn, ${patienceMs});
const sandbox = document.createElement('script');
sandbox.src = ${literal(sandboxScript)};
sandbox.onerror = goOn;
sandbox.onload = () => {
  clearTimeout(patience);
  document.querySelector('.waiting').remove();
  new EmbeddedSandbox({ ...${literal(options)}, initialEndpoint: new URL('/graphql', location.href).href });
};
document.head.append(sandbox);
`;
  return renderPage({
    title: 'WatchMe · Apollo Sandbox',
    path: '/',
    main,
    script,
    directives: {
      'connect-src': ["'self'"],
      'frame-src': ['https://sandbox.embed.apollographql.com'],
      'script-src': [hashOf(script), new URL(sandboxScript).origin],
    },
  });
}

/** JSON that can stand in a script: no text of it closes the element. */
function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
