import { expect, test } from '@jest/globals';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeWalk, type Window } from './describe-walk.js';

const folder = 'docs/pictures';
const isUpdated = process.env['UPDATE_PICTURES'] === '1';
/** So that a README with all of them is soon there. */
const maxBytes = 300_000;

interface Picture extends Window {
  readonly path: string;
  /** Followed from there. */
  readonly film?: string;
}

const pictures: Record<string, Picture> = {
  'wall-dark': { path: '/', width: 1360, height: 1060, scheme: 'dark' },
  'wall-light': { path: '/lists/top-rated', width: 1360, height: 1060, scheme: 'light' },
  film: { path: '/', film: 'The Lives of Others', width: 1360, height: 1060, scheme: 'dark' },
  phone: { path: '/', width: 390, height: 844, scheme: 'light' },
};

/** `UPDATE_PICTURES=1` writes them anew. */
describeWalk('pictures of the example client', (walk) => {
  test.each(Object.entries(pictures))(
    '%s can be taken, and is light to load',
    async (name, { path, film, ...window }) => {
      await walk().newBrowser(window);
      const visitor = await walk().arrive(path);
      if (film !== undefined) {
        await visitor.page.locator('.grid').getByRole('link', { name: film }).click();
        await visitor.reads(film);
        await visitor.page.getByRole('heading', { level: 2, name: 'Cast' }).waitFor();
      }
      await visitor.page.locator('.card').first().waitFor();
      await visitor.seesPictures();
      // PNG is four times as large: the posters have a grain.
      const taken = await visitor.page.screenshot({ type: 'jpeg', quality: 82, caret: 'hide' });
      const file = join(folder, `${name}.jpg`);
      if (isUpdated) {
        await mkdir(folder, { recursive: true });
        await writeFile(file, taken);
      }
      expect(taken.length).toBeLessThan(maxBytes);
      expect((await readFile(file)).length).toBeLessThan(maxBytes);
    },
  );
});
