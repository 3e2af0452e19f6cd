import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium, findPackages } from '../tools.js';
import { appearance } from './appearance.js';

const folder = 'scripts/diagrams';
const sheet =
  '<body style="margin: 0; background: white"><div id="sheet" style="display: inline-block; padding: 24px"></div>';

/** A page of Chromium that has Mermaid; it is installed here where it is missing, or was by another lockfile. */
export async function openCanvas() {
  installMermaid();
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  // Two pixels a point, for screens that have them.
  const page = await browser.newPage({ deviceScaleFactor: 2 });
  await page.setContent(sheet);
  await page.addScriptTag({ path: `${folder}/node_modules/mermaid/dist/mermaid.min.js` });
  await page.evaluate((settings) => globalThis.mermaid.initialize(settings), appearance);
  return { draw: (diagram) => draw(page, diagram), close: () => browser.close() };
}

/** As PNG. Rejects with Mermaid's own words and the file where the source is wrong. */
async function draw(page, { source, file, title }) {
  const showing = page.evaluate(async (text) => {
    const { svg } = await globalThis.mermaid.render('drawing', text);
    globalThis.document.querySelector('#sheet').innerHTML = svg;
  }, source);
  await showing.catch((error) => {
    throw new Error(`${file}: "${title}": ${error.message}`, { cause: error });
  });
  return page.locator('#sheet').screenshot();
}

function installMermaid() {
  const installed = findPackages(folder);
  const isCurrent =
    installed !== null &&
    statSync(join(installed, '.package-lock.json')).mtimeMs >= statSync(`${folder}/package-lock.json`).mtimeMs;
  if (isCurrent) return;
  process.stdout.write('Installing Mermaid, once.\n');
  execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}
