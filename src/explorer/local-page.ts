import { altairPath } from './altair.js';
import { type Page, renderPage } from './page.js';

const main = `<p class="told" id="sandbox-unreachable">Apollo Sandbox could not be reached; this explorer is served by WatchMe itself.</p>
<iframe src="${altairPath}" title="Altair, a GraphQL client"></iframe>`;

/** Altair in our frame: all of it is served from here. */
export function renderLocalPage(): Page {
  return renderPage({
    title: 'WatchMe · Explorer',
    path: '/explorer',
    main,
    directives: { 'frame-src': ["'self'"] },
  });
}
