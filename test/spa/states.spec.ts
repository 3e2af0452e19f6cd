import { expect, test } from '@jest/globals';
import { describeWalk } from './describe-walk.js';

/** Longer than films are fresh, shorter than they may be served stale. */
const notFreshMs = 10 * 60_000;

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
    walk().api.standIn.fault('*', { kind: 'status', status: 503 });
    const visitor = await walk().arrive('/lists/now-playing');
    await visitor.page.getByRole('alert').getByText('This could not be loaded').waitFor();

    walk().api.standIn.reset();
    walk().clock.advance(notFreshMs);
    await visitor.press('Try again');
    await visitor.page.locator('.grid a.card').first().waitFor();
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

  test('say how old data are that TMDb could not renew', async () => {
    const visitor = await walk().arrive('/lists/trending');
    await visitor.page.locator('.grid a.card').first().waitFor();
    walk().api.standIn.fault('*', { kind: 'status', status: 503 });
    walk().clock.advance(notFreshMs);
    await visitor.page.reload();
    await visitor.page.getByText('This is as it was on').waitFor();
    await visitor.page.locator('.grid a.card').first().waitFor();
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
    walk().api.standIn.rewrite(/^\/movie\/1000000076$/, () => ({ status_code: 11 }));
    walk().api.standIn.reset();
    walk().api.standIn.fault(/^\/movie\/\d+\/(recommendations|similar)/, { kind: 'status', status: 500 });
    const visitor = await walk().arrive('/');
    await visitor.page.locator('.grid a.card').first().click();
    await visitor.page.getByRole('heading', { level: 2, name: 'Cast' }).waitFor();
    expect(await visitor.text()).toContain('A part of this page could not be loaded.');
  });
});
