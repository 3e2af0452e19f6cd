import { expect, test } from '@jest/globals';
import { goodPassword, newEmail } from '../support/accounts.js';
import { describeWalk } from './describe-walk.js';

/** Longer than an access token is good. */
const accessTokenIsOverMs = 16 * 60_000;

describeWalk('sessions of the example client', (walk) => {
  test('are not begun while a field is wrong, which is said there', async () => {
    const visitor = await walk().arrive('/sign-up');
    await visitor.page.getByLabel('E-mail').fill('nobody');
    await visitor.page.getByLabel('Password', { exact: true }).fill('short');
    await visitor.press('Create an account');

    const problemOf = (field: string): Promise<string> => visitor.page.locator(`#${field}-problem`).innerText();
    expect(await problemOf('email')).toMatch(/no address of mail/);
    expect(await problemOf('password')).toMatch(/15 are needed/);
    expect(await visitor.page.evaluate('document.activeElement.id')).toBe('email');

    await visitor.press('PT');
    await visitor.page.getByLabel('E-mail').fill('nobody');
    await visitor.page.getByLabel('Senha', { exact: true }).fill('short');
    await visitor.press('Criar conta');
    expect(await problemOf('password')).toBe('É curto demais.');
  });

  test('begin with the heading focused', async () => {
    const visitor = await walk().signUp();
    await visitor.reads('Popular');
    expect(await visitor.page.evaluate('document.activeElement.localName')).toBe('h1');
  });

  test('are refused without a word on which field was wrong', async () => {
    const visitor = await walk().arrive('/sign-in');
    await visitor.page.getByLabel('E-mail').fill(newEmail());
    await visitor.page.getByLabel('Password', { exact: true }).fill(goodPassword);
    await visitor.press('Sign in');
    await visitor.page.getByRole('alert').getByText(/./).waitFor();
    expect(await visitor.page.locator('.field .problem').count()).toBe(0);
  });

  test('are restored by the cookie when a page is opened anew', async () => {
    const visitor = await walk().signUp();
    await visitor.page.reload();
    await visitor.page.getByRole('button', { name: 'Sign out' }).waitFor();
    expect(visitor.asked.filter((operation) => operation === 'Refresh')).toHaveLength(1);

    const stored = await visitor.page.evaluate<string>('JSON.stringify({ ...localStorage }) + document.cookie');
    expect(stored).not.toMatch(/eyJ|watchme_refresh/);
  });

  test('are refreshed once for two tabs whose token is over, and go on in both', async () => {
    const first = await walk().signUp();
    const second = await walk().arrive('/');
    await second.page.getByRole('button', { name: 'Sign out' }).waitFor();
    const tabs = [first, second];
    const refreshes = (): number =>
      tabs.flatMap(({ asked }) => asked).filter((operation) => operation === 'Refresh').length;
    const before = refreshes();

    walk().clock.advance(accessTokenIsOverMs);
    // The first has asked for new tokens, and is not answered before the second is refused too.
    const release = await first.hold('Refresh');
    const refreshing = first.page.waitForRequest((request) => request.postData()?.includes('Refresh') === true);
    await first.page.locator('.grid a.card').first().click();
    await refreshing;
    const refused = second.page.waitForResponse((response) => response.status() === 401);
    await second.page.locator('.grid a.card').first().click();
    await refused;
    await release('continue');
    await Promise.all(tabs.map(({ page }) => page.getByRole('button', { name: 'Add to watchlist' }).waitFor()));
    expect(refreshes() - before).toBe(1);

    walk().clock.advance(accessTokenIsOverMs);
    await first.press('Add to watchlist');
    await first.page.getByRole('button', { name: 'On your watchlist', pressed: true }).waitFor();
    await second.press('Rate it 7 out of 10');
    await second.page.getByText('You rated it 7 out of 10.').first().waitFor();
    await second.page.reload();
    await second.page.getByRole('button', { name: 'Rate it 7 out of 10', pressed: true }).waitFor();
  });

  test('end in every tab at once, with all that was loaded for their viewer', async () => {
    const first = await walk().signUp();
    await first.page.locator('.grid a.card').first().click();
    await first.press('Rate it 6 out of 10');
    const second = await walk().arrive('/watchlist');
    await second.page.getByText('Your watchlist is empty').waitFor();

    await first.press('Sign out');
    await second.page.getByText('Sign in to keep a watchlist and rate films.').waitFor();
    await first.page.getByRole('link', { name: 'Sign in to keep a watchlist and rate films.' }).waitFor();
    await second.page.reload();
    await second.page.getByText('Sign in to keep a watchlist and rate films.').waitFor();
    expect(second.asked.filter((operation) => operation === 'Refresh')).toHaveLength(1);
  });

  test('that are over elsewhere are said to be, without an error', async () => {
    const visitor = await walk().signUp();
    await visitor.page.context().clearCookies();
    walk().clock.advance(accessTokenIsOverMs);
    await visitor.page.locator('.grid a.card').first().click();
    await visitor.page.getByRole('link', { name: 'Sign in to keep a watchlist and rate films.' }).waitFor();
    await visitor.page.getByRole('heading', { level: 2, name: 'Cast' }).waitFor();
  });

  test('that are over elsewhere have a change asked once more without their token', async () => {
    const visitor = await walk().signUp();
    await visitor.page.locator('.grid a.card').first().click();
    await visitor.page.getByRole('button', { name: 'Add to watchlist' }).waitFor();
    await visitor.page.context().clearCookies();
    walk().clock.advance(accessTokenIsOverMs);
    const withToken: boolean[] = [];
    const refused = visitor.page.waitForResponse(
      (response) =>
        response.request().postData()?.includes('mutation AddToWatchlist') === true && withToken.length === 2,
    );
    visitor.page.on('request', (request) => {
      if (request.postData()?.includes('mutation AddToWatchlist') === true)
        withToken.push(request.headers()['authorization'] !== undefined);
    });
    await visitor.press('Add to watchlist');
    // Both questions are answered, so both were seen.
    await refused;
    expect(withToken).toEqual([true, false]);
  });
});
