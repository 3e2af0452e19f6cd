import { expect, test } from '@jest/globals';
import { newEmail } from '../support/accounts.js';
import { describeWalk } from './describe-walk.js';

const betterPassword = 'eleven loud herons after dusk';

describeWalk('links in mails to the example client', (walk) => {
  test('confirm an address when that is pressed, once, and leave no token in the address', async () => {
    await walk().signUp();
    const link = await walk().nextLink();
    const visitor = await walk().arrive(link);
    await visitor.reads('Confirm your address');
    expect(await visitor.barriers()).toEqual([]);

    await visitor.press('PT');
    await visitor.press('Confirmar seu e-mail');
    await visitor.reads('Seu e-mail está confirmado');
    expect(visitor.page.url()).not.toContain('token');
    expect(await visitor.page.title()).toBe('Seu e-mail está confirmado – WatchMe');

    const late = await walk().arrive(link);
    await late.press('Confirmar seu e-mail');
    await late.page.getByRole('alert').getByText('Este link não vale mais. Peça outro.').waitFor();
    await late.open('/verify-email');
    await late.page.getByText('Este link está incompleto.').waitFor();
  });

  test('choose a new password, which ends the session in every tab', async () => {
    const email = newEmail();
    const signedIn = await walk().signUp(email);
    await walk().nextLink();
    const visitor = await walk().arrive('/sign-in');
    await visitor.page.getByRole('link', { name: 'Forgot your password?' }).click();
    await visitor.page.getByLabel('E-mail').fill('nobody');
    await visitor.press('Send the link');
    await visitor.page.locator('#email-problem').waitFor();
    await visitor.page.getByLabel('E-mail').fill(email);
    await visitor.press('Send the link');
    await visitor.page.getByRole('main').getByText('a mail with a link is on its way').waitFor();

    await visitor.open(await walk().nextLink());
    await visitor.page.getByLabel('Password', { exact: true }).fill('short');
    await visitor.press('Choose a new password');
    expect(await visitor.page.locator('#password-problem').innerText()).toMatch(/15 are needed/);
    expect(await visitor.barriers()).toEqual([]);
    await visitor.page.getByLabel('Password', { exact: true }).fill(betterPassword);
    await visitor.press('Choose a new password');
    await visitor.reads('Your password is changed');
    await signedIn.page.getByRole('link', { name: 'Sign in' }).first().waitFor();

    await visitor.page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await visitor.page.getByLabel('E-mail').fill(email);
    await visitor.page.getByLabel('Password', { exact: true }).fill(betterPassword);
    await visitor.press('Sign in');
    await visitor.page.getByRole('button', { name: 'Sign out' }).waitFor();
  });
});
