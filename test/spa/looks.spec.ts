import { describe, expect, test } from '@jest/globals';
import { describeWalk, type Window } from './describe-walk.js';

const windows: Record<string, Window> = {
  'wide and light': { width: 1440, height: 900, scheme: 'light' },
  'wide and dark': { width: 1440, height: 900, scheme: 'dark' },
  'on a phone, light': { width: 390, height: 844, scheme: 'light' },
  'zoomed to 400 %': { width: 320, height: 568, scheme: 'light' },
  'on a phone, dark': { width: 390, height: 844, scheme: 'dark' },
};

describeWalk('looks of the example client', (walk) => {
  describe.each(Object.entries(windows))('%s', (_name, window) => {
    test('no page has a serious barrier, or is wider than its window', async () => {
      await walk().newBrowser(window);
      const visitor = await walk().signUp();
      const found: Record<string, unknown> = {};
      const look = async (page: string): Promise<void> => {
        found[page] = [await visitor.barriers(), await visitor.isWithinWidth()];
      };
      await visitor.page.locator('.grid a.card').first().waitFor();
      await look('wall');
      await visitor.page.locator('.grid a.card').first().click();
      await visitor.press('Add to watchlist');
      await visitor.press('Rate it 8 out of 10');
      await visitor.page.getByRole('heading', { level: 2, name: 'Cast' }).waitFor();
      await look('film');
      await visitor.page.getByRole('link', { name: 'Watchlist' }).click();
      await visitor.page.getByText('1 film to watch').waitFor();
      await look('watchlist');
      await visitor.page.getByRole('searchbox').fill('samurai');
      await visitor.reads(/samurai/);
      await look('search');
      await visitor.press('Sign out');
      await visitor.open('/sign-up');
      await visitor.press('Create an account');
      await visitor.page.locator('#password-problem').waitFor();
      await look('sign-up');
      await visitor.open('/nowhere');
      await look('nowhere');
      const gone = await visitor.hold('Wall');
      await visitor.open('/lists/upcoming');
      await gone('abort');
      await visitor.page.getByRole('alert').first().waitFor();
      await look('failure');

      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((page) => [page, [[], true]])));
    });
  });
});
