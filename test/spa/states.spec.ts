import { expect, test } from '@jest/globals';
import { describeWalk } from './describe-walk.js';

/** Longer than films are fresh, shorter than they may be served stale. */
const notFreshMs = 10 * 60_000;

/** Longer than a failure is remembered. */
const forgivenMs = 60_000;

describeWalk('states of the example client', (walk) => {
  test('show no text of the other language when that is switched, and ask nothing when it is switched back', async () => {
    const visitor = await walk().arrive('/lists/top-rated');
    await visitor.page.getByRole('link', { name: 'The Shawshank Redemption' }).first().waitFor();
    const english = await visitor.text();

    await visitor.press('PT');
    await visitor.reads('Mais bem avaliados');
    await visitor.page.getByRole('link', { name: 'Um Sonho de Liberdade' }).first().waitFor();
    const portuguese = await visitor.text();
    expect(portuguese).not.toMatch(/The Shawshank Redemption|Top rated|Sign in|A quiet banker/);
    expect(await visitor.page.evaluate('document.documentElement.lang')).toBe('pt-BR');

    const asked = visitor.asked.length;
    await visitor.press('EN');
    await visitor.reads('Top rated');
    expect(await visitor.text()).toBe(english);
    expect(visitor.asked.slice(asked)).toEqual([]);
  });

  test('keep what a viewer does in step in both languages', async () => {
    const visitor = await walk().signUp();
    await visitor.page.locator('.grid a.card').first().click();
    await visitor.page.getByRole('button', { name: 'Add to watchlist' }).waitFor();
    await visitor.press('PT');
    await visitor.press('Quero ver');
    await visitor.page.getByRole('button', { name: 'Na sua lista', pressed: true }).waitFor();
    await visitor.press('EN');
    await visitor.page.getByRole('button', { name: 'On your watchlist', pressed: true }).waitFor();
  });

  test('say that nothing could be loaded, and load it when asked again', async () => {
    const visitor = await walk().arrive('/');
    await visitor.page.locator('.grid a.card').first().waitFor();
    const gone = await visitor.hold('Wall');
    await visitor.page.getByRole('link', { name: 'Now playing' }).click();
    await visitor.page.locator('[aria-busy=true] .skeleton').first().waitFor();
    await gone('abort');
    await visitor.page.getByRole('alert').getByText('This could not be loaded').waitFor();

    await visitor.press('Try again');
    await visitor.page.locator('.grid a.card').first().waitFor();
    expect(await visitor.page.getByRole('alert').count()).toBe(0);
  });

  test('keep what was loaded while the network is away, and say so', async () => {
    const visitor = await walk().arrive('/');
    await visitor.page.locator('.grid a.card').first().waitFor();
    const gone = await visitor.hold('Wall');
    await visitor.page.getByRole('contentinfo').scrollIntoViewIfNeeded();
    await gone('abort');
    await visitor.page.getByText('Nothing newer could be loaded').waitFor();
    expect(await visitor.page.locator('.grid a.card').count()).toBe(24);

    await visitor.press('Try again');
    await visitor.page.locator('.grid a.card').nth(30).waitFor();

    await visitor.page.context().setOffline(true);
    await visitor.page.getByText('You are offline.').waitFor();
    await visitor.page.context().setOffline(false);
  });

  test('of a search that could not go on are not those of the next one', async () => {
    const visitor = await walk().arrive('/search?q=the');
    await visitor.page.locator('.grid a.card').nth(23).waitFor();
    const gone = await visitor.hold('Search');
    await visitor.page.getByRole('contentinfo').scrollIntoViewIfNeeded();
    await gone('abort');
    await visitor.page.getByText('Nothing newer could be loaded').waitFor();

    await visitor.page.getByRole('searchbox').fill('a');
    await visitor.reads(/films for “a”/);
    await visitor.page.getByRole('contentinfo').scrollIntoViewIfNeeded();
    await visitor.page.locator('.grid a.card').nth(24).waitFor();
    expect(await visitor.text()).not.toContain('Nothing newer could be loaded');
  });

  test('leave nothing that was announced in the other language', async () => {
    const visitor = await walk().signUp();
    await visitor.press('Sign out');
    await visitor.page.locator('output[aria-live]', { hasText: 'You were signed out.' }).waitFor();
    await visitor.press('PT');
    await visitor.page.getByRole('link', { name: 'Entrar' }).waitFor();
    expect(await visitor.page.locator('output[aria-live]').textContent()).toBe('');
  });

  test('tell apart what is missing and what does not exist', async () => {
    const visitor = await walk().arrive('/film/TW92aWU6OTk5');
    await visitor.reads('There is no such film');
    await visitor.open('/nowhere');
    await visitor.reads('There is no such page');
    await visitor.page.getByRole('link', { name: 'See popular films' }).click();
    await visitor.reads('Popular');
  });

  test('show a film without the part that failed, and that part when asked again', async () => {
    const visitor = await walk().arrive('/');
    const card = visitor.page.locator('.grid a.card').nth(7);
    const title = await card.locator('.card-title').innerText();
    walk().api.standIn.fault(/^\/movie\/\d+$/, { kind: 'status', status: 500 });
    await card.click();
    await visitor.reads(title);
    await visitor.page.getByText('A part of this page could not be loaded.').waitFor();
    expect(await visitor.text()).not.toContain('Where to watch');

    walk().api.standIn.reset();
    walk().clock.advance(forgivenMs);
    await visitor.press('Try again');
    await visitor.page.getByRole('heading', { level: 2, name: 'Cast' }).waitFor();
    expect(await visitor.text()).not.toContain('A part of this page could not be loaded.');
  });

  test('say how old data are that TMDb could not renew', async () => {
    const visitor = await walk().arrive('/lists/top-rated');
    await visitor.page.locator('.grid a.card').first().waitFor();
    walk().api.standIn.fault('*', { kind: 'status', status: 503 });
    walk().clock.advance(notFreshMs);
    await visitor.page.reload();
    await visitor.page.getByText('This is as it was on').waitFor();
    await visitor.page.locator('.grid a.card').first().waitFor();

    await visitor.press('Look again');
    await visitor.page.getByText('This is as it was on').waitFor();
  });
});
