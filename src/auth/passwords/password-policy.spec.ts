import { describe, expect, test } from '@jest/globals';
import { passwordIssue } from './password-policy.js';

const ada = { minLength: 15, email: 'ada.lovelace@example.org' };

describe('passwordIssue', () => {
  test.each([
    ['five plain words', 'plum otter carves seven flutes'],
    ['random letters', 'vqkzmhwtbxjrfpnd'],
    ['random digits', '830275619402837'],
    ['random signs', '}-~#;^=|<*>[:_{'],
    ['another script', 'тихий вечер у старой реки'],
    ['pictures', '🦊🪕🛶🌵🧭🪁🍄🎷🧊🪲🎡🥝🚜🦉🪶'],
    ['a word of the address among others', 'lovelace knew what looms would weave'],
    ['spaces at the ends', ' plum otter carves '],
    ['128 characters', 'plum otter carves seven flutes; '.repeat(4)],
    ['what is strong only after 40 characters', `${'a'.repeat(40)} plum otter carves seven flutes`],
  ])('takes %s', async (_, password) => {
    expect(await passwordIssue(password, ada)).toBeNull();
  });

  test.each([
    ['plum otter car', 15, 'TOO_SHORT', 'It has 14 characters; 15 are needed. A few words make one.'],
    ['', 8, 'TOO_SHORT', 'It has 0 characters; 8 are needed. A few words make one.'],
    ['🦊🪕🛶🌵🧭🪁🍄🎷🧊🪲🎡🥝🚜🦉', 15, 'TOO_SHORT', 'It has 14 characters; 15 are needed. A few words make one.'],
    ['vqkzmhwt'.repeat(16).concat('x'), 15, 'TOO_LONG', 'It has 129 characters; 128 are allowed.'],
  ])('counts the characters of %j', async (password, minLength, code, message) => {
    expect(await passwordIssue(password, { ...ada, minLength })).toEqual({ code, message });
  });

  test('counts after NFKC', async () => {
    const decomposed = 'vqkzmhwtbxjrfu\u0308';
    expect(decomposed).toHaveLength(15);
    expect(await passwordIssue(decomposed, ada)).toMatchObject({ code: 'TOO_SHORT' });
    expect(await passwordIssue('ｐａｓｓｗｏｒｄ１２３４５６７', ada)).toMatchObject({ code: 'TOO_COMMON' });
  });

  test('has the length that it is told', async () => {
    expect(await passwordIssue('vqkzmhwt', { ...ada, minLength: 8 })).toBeNull();
    expect(await passwordIssue('}-~#;^=|', { ...ada, minLength: 8 })).toBeNull();
    expect(await passwordIssue('vqkzmhwtbxjrfpndvqkzmhwt', { ...ada, minLength: 25 })).toMatchObject({
      code: 'TOO_SHORT',
    });
  });

  test.each([
    'password1234567',
    'PASSWORD!!!!!!!!',
    '    password    ',
    '----password----',
    'xxxxpasswordxxxx',
    'p4$$w0rd!!!!!!!!',
    'l3tm31n1234567890',
    'drowssap1234567',
    'monkey2019!!!!!!',
    'qwertyuiopasdfg',
    '1234567890123456',
  ])('refuses %j as common', async (password) => {
    expect(await passwordIssue(password, ada)).toEqual({
      code: 'TOO_COMMON',
      message: expect.stringMatching(/commonly used password.+\.$/),
    });
  });

  test.each([
    ['aaaaaaaaaaaaaaaaaaaa', /Repeated characters like "aaa" are easy to guess/],
    ['abcabcabcabcabcabc', /Repeated character patterns/],
    ['abcdefghijklmnopq', /sequences like "abc" are easy to guess/],
    ['passwordpassword', /Repeated character patterns/],
    ['a'.repeat(128), /Repeated characters/],
    ['Summer2026!!!!!!!', /single word/],
    ['otter otter otter', /single word|Repeated/],
  ])('refuses %j as easy, with the reason', async (password, message) => {
    expect(await passwordIssue(password, ada)).toEqual({ code: 'TOO_EASY', message: expect.stringMatching(message) });
  });

  test.each([
    'ada.lovelace@example.org',
    'Ada.Lovelace1815',
    'lovelace@example',
    'exampleexample1',
    'watchmewatchme12',
    'WatchMe!!!!!!!!!!!!!!',
    'W4tchm3!!!!!!!!!!!!!!',
    'lovelace-watchme',
    'countess of augusta',
  ])('refuses %j for Ada', async (password) => {
    const issue = await passwordIssue(password, { ...ada, displayName: 'Countess Augusta' });
    expect(issue).toEqual({
      code: 'TOO_PERSONAL',
      message: expect.stringContaining('your address, your name or ours'),
    });
  });

  test('does not repeat the password', async () => {
    const issue = await passwordIssue('drowssap1234567', ada);
    expect(issue?.message).not.toMatch(/drowssap|1234567/);
  });
});
