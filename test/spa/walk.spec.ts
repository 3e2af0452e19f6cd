import { expect, test } from '@jest/globals';
import { describeWalk } from './describe-walk.js';

describeWalk('the example client', (walk) => {
  test('shows a wall of posters that goes on as one scrolls', async () => {
    const visitor = await walk().arrive();
    const cards = visitor.page.locator('.grid a.card');
    await visitor.reads('Popular');
    await cards.nth(23).waitFor();

    for (const last of [24, 48]) {
      await visitor.page.getByRole('contentinfo').scrollIntoViewIfNeeded();
      await cards.nth(last).waitFor();
    }

    const films = await cards.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(new Set(films).size).toBe(films.length);
  });

  test('can be used by keyboard alone', async () => {
    const visitor = await walk().arrive();
    const { keyboard } = visitor.page;
    const focused = (): Promise<string> => visitor.page.evaluate('document.activeElement.textContent');
    await visitor.page.locator('.grid a.card').nth(23).waitFor();
    await keyboard.press('Tab');
    expect(await focused()).toBe('Skip to content');
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    expect(await focused()).toBe('Inception');
    expect(visitor.page.url()).not.toContain('#');

    await visitor.page.getByRole('button', { name: 'Show more films' }).focus();
    await keyboard.press('Enter');
    await visitor.page.locator('.grid a.card').nth(24).waitFor();
    await visitor.page.getByRole('link', { name: 'Top rated' }).focus();
    await keyboard.press('Enter');
    await visitor.reads('Top rated');
    expect(await focused()).toBe('Top rated');
  });

  test('ends a list with how many there are', async () => {
    const visitor = await walk().arrive('/lists/upcoming');
    await visitor.page.getByText('That was all: 5 films.').waitFor();
  });

  test('searches while one types, and drops the request that is no longer wanted', async () => {
    const visitor = await walk().arrive();
    const field = visitor.page.getByRole('searchbox', { name: 'Search films' });
    walk().api.standIn.fault('/search/movie', { kind: 'delay', ms: 5000 }, 1);
    await field.fill('sam');
    await visitor.page.waitForRequest((request) => request.postData()?.includes('"sam"') ?? false);
    await field.fill('samurai');

    await visitor.reads(/films? for “samurai”/);
    expect(visitor.dropped).toEqual(['Search']);
    await visitor.page
      .getByRole('status')
      .getByText(/films? for “samurai”/)
      .waitFor();
    await visitor.page.getByRole('link', { name: 'Seven Samurai' }).waitFor();

    await field.fill('no film is called so');
    await visitor.reads('No film is called “no film is called so”');
  });

  test('lets one type on while the first letters are searched for', async () => {
    const visitor = await walk().arrive();
    await visitor.page.getByRole('searchbox').focus();
    await visitor.page.keyboard.type('sam');
    await visitor.reads(/films? for “sam”/);
    await visitor.page.keyboard.type('urai');
    await visitor.reads(/films? for “samurai”/);
  });

  test('shows a film with its people, trailer, providers and kin', async () => {
    const visitor = await walk().arrive();
    await visitor.page.getByRole('searchbox').fill('seven samurai');
    await visitor.page.getByRole('link', { name: 'Seven Samurai' }).click();

    await visitor.reads('Seven Samurai');
    await visitor.page.getByText('Toshirō Mifune').waitFor();
    for (const heading of ['Cast', 'Trailer', 'Where to watch', 'Recommended after this one', 'Similar films'])
      await visitor.page.getByRole('heading', { level: 2, name: heading }).waitFor();
    await visitor.page.getByRole('link', { name: /JustWatch/ }).waitFor();
    await visitor.page.getByText(/uses TMDB and the TMDB APIs but is not endorsed/).waitFor();
  });

  test('goes back from a film without a request, to the place and the link that were left', async () => {
    const visitor = await walk().arrive();
    const card = visitor.page.locator('.grid a.card').nth(40);
    await visitor.page.getByRole('contentinfo').scrollIntoViewIfNeeded();
    await card.scrollIntoViewIfNeeded();
    const id = await card.getAttribute('id');
    const title = await card.locator('.card-title').innerText();
    const left = await visitor.page.evaluate<number>('scrollY');
    await card.click();
    await visitor.reads(title);
    await visitor.page.getByRole('heading', { level: 2, name: 'Cast' }).waitFor();
    expect(await visitor.page.evaluate('[scrollY, document.activeElement.localName]')).toEqual([0, 'h1']);

    const asked = visitor.asked.length;
    await visitor.page.goBack();
    await visitor.reads('Popular');
    expect(await visitor.page.evaluate('[scrollY, document.activeElement.id]')).toEqual([left, id]);
    await visitor.page.goForward();
    await visitor.reads(title);
    expect(visitor.asked.slice(asked)).toEqual([]);
  });

  test('shows a change before it is saved, and takes it back when it can not be', async () => {
    const visitor = await walk().signUp();
    await visitor.page.getByRole('link', { name: 'Watchlist' }).click();
    await visitor.page.getByText('Your watchlist is empty').waitFor();
    await visitor.page.getByRole('link', { name: 'WatchMe' }).click();
    await visitor.page.locator('.grid a.card').first().click();

    const release = await visitor.hold('AddToWatchlist');
    await visitor.press('Add to watchlist');
    await visitor.page.getByRole('button', { name: 'On your watchlist', pressed: true }).waitFor();
    await visitor.page.getByRole('link', { name: 'Watchlist' }).click();
    await visitor.page.getByText('1 film to watch').waitFor();
    await release('continue');
    await visitor.page.goBack();

    const fail = await visitor.hold('Rate');
    await visitor.press('Rate it 8 out of 10');
    await visitor.page.getByRole('button', { name: 'Rate it 8 out of 10', pressed: true }).waitFor();
    await fail('abort');
    await visitor.page.getByRole('alert').getByText('That could not be saved').waitFor();
    expect(await visitor.page.getByRole('button', { name: 'Rate it 8 out of 10', pressed: true }).count()).toBe(0);

    await visitor.press('Rate it 9 out of 10');
    await visitor.page.getByRole('button', { name: 'Rate it 9 out of 10', pressed: true }).waitFor();
    await visitor.page.reload();
    await visitor.page.getByRole('button', { name: 'Rate it 9 out of 10', pressed: true }).waitFor();
    await visitor.page.getByRole('button', { name: 'On your watchlist', pressed: true }).waitFor();
  });
});
