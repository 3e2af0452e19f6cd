import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Api, startApi } from '../support/api.js';
import { describeWithChromium, launchChromium } from '../support/chromium.js';

const picturesOfAFilm = `{
  movies(first: 1) {
    nodes { poster { url srcSet } backdrop { url } cast(first: 1) { nodes { portrait { url(size: LARGE) } } } }
  }
}`;

describeWithChromium('pictures in a browser', () => {
  let api: Api;
  let browser: Browser;

  beforeAll(async () => {
    api = await startApi();
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await api?.close();
  });

  test('are drawn where the API says they are', async () => {
    const { data } = await api.ask(picturesOfAFilm);
    const [film] = data.movies.nodes;
    const urls: string[] = [film.poster.url, film.backdrop.url, film.cast.nodes[0].portrait.url];

    const page = await browser.newPage();
    await page.setContent(urls.map((url) => `<img src="${url}">`).join(''));
    await page.waitForFunction('[...document.images].every((image) => image.complete)');
    const widths = await page.evaluate<number[]>('[...document.images].map((image) => image.naturalWidth)');

    expect(widths).toHaveLength(3);
    expect(Math.min(...widths)).toBeGreaterThan(100);
  });
});
