import type { Response } from 'express';
import { tmdbNotice, watchProviderNotice } from '../about/notices.js';
import { contentPolicy, hashOf } from './content-policy.js';
import { pageStyle } from './page-style.js';

/** What a browser is sent. */
export interface Page {
  readonly html: string;
  readonly headers: {
    readonly 'Content-Security-Policy': string;
    /** Left out, the standing `same-origin`. */
    readonly 'Cross-Origin-Opener-Policy'?: 'same-origin-allow-popups';
  };
}

interface PageParts {
  readonly title: string;
  /** The link of the navigation that leads here. */
  readonly path: '/' | '/explorer';
  /** HTML. */
  readonly main: string;
  /** Runs behind the page. */
  readonly script?: string;
  readonly directives: Readonly<Record<string, readonly string[]>>;
}

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%23c2410c'/%3E%3Cpath d='M12 9.5v13l11-6.5z' fill='%23fff'/%3E%3C/svg%3E";

const links = [
  { path: '/', name: 'Apollo Sandbox' },
  { path: '/explorer', name: 'Local explorer' },
];

/** The frame that both explorers stand in: the way from one to the other, and the notices at the foot. */
export function renderPage({ title, path, main, script, directives }: PageParts): Page {
  const navigation = links.map(({ path: to, name }) =>
    to === path ? `<a href="${to}" aria-current="page">${name}</a>` : `<a href="${to}">${name}</a>`,
  );
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="${icon}">
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1><img src="${icon}" alt="" width="20" height="20">WatchMe</h1>
<nav aria-label="Explorers">${navigation.join('')}</nav>
<a href="/schema.graphql" download>Schema</a>
</header>
<main>
${main}
</main>
<footer><p>${tmdbNotice} ${watchProviderNotice}</p></footer>
${script === undefined ? '' : `<script>${script}</script>\n`}</body>
</html>
`;
  const inline = { 'img-src': ['data:'], 'style-src': [hashOf(pageStyle)] };
  const policy = contentPolicy({ ...inline, ...directives });
  return { html, headers: { 'Content-Security-Policy': policy } };
}

/** Browsers ask again each time: a server of another release may answer, or at the endpoint something else. */
export function sendPage(response: Response, { html, headers }: Page): void {
  response.type('html').vary('Accept').set('Cache-Control', 'no-cache').set(headers).send(html);
}
