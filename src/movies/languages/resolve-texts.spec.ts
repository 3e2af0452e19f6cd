import { describe, expect, test } from '@jest/globals';
import type { Translation } from '../texts/translation.model.js';
import { filledAlong, hasTitleIn, titleAlong } from './resolve-texts.js';

const translation = (locale: string, texts: Partial<Translation> = {}): Translation => ({
  locale,
  language: locale.slice(0, 2),
  country: locale.slice(3) || null,
  languageName: null,
  title: null,
  overview: null,
  tagline: null,
  homepage: null,
  runtimeMinutes: null,
  ...texts,
});
const named = (locale: string, title: string | null): Translation => translation(locale, { title });

describe('the title of a Japanese film', () => {
  const original = { title: '七人の侍', originalTitle: '七人の侍', originalLanguage: 'ja' };
  const all = [
    named('en-US', 'Seven Samurai'),
    named('pt-PT', null),
    named('pt-BR', 'Os Sete Samurais'),
    named('fr-FR', 'Les Sept Samouraïs'),
    named('fr-CA', 'Sept Samouraïs'),
    named('ja-JP', null),
  ];

  test.each([
    ['pt-BR, en', 'Os Sete Samurais', 'pt-BR'],
    ['pt-PT, en', 'Os Sete Samurais', 'pt-BR'],
    ['pt, en', 'Os Sete Samurais', 'pt-BR'],
    ['fr-CA, en', 'Sept Samouraïs', 'fr-CA'],
    ['fr-BE, en', 'Les Sept Samouraïs', 'fr-FR'],
    ['fi, en', 'Seven Samurai', 'en-US'],
    ['fi, de, en-GB, fr', 'Seven Samurai', 'en-US'],
    ['fi, ja, en', '七人の侍', 'ja'],
    ['fi, de', '七人の侍', 'ja'],
  ])('along %s is %s', (chain, text, locale) => {
    expect(titleAlong(chain.split(', '), original, all)).toEqual({ text, locale });
  });

  test('is the one that came, where it is a translation', () => {
    const translated = { ...original, title: 'Os 7 Samurais' };
    expect(titleAlong(['pt-BR', 'en'], translated, all)).toEqual({ text: 'Os 7 Samurais', locale: 'pt-BR' });
  });

  test('is the one that came, in its own language', () => {
    const translations = [named('ja-JP', 'Not this one')];
    expect(titleAlong(['ja', 'en'], original, translations)).toEqual({ text: '七人の侍', locale: 'ja' });
  });

  test.each([[null], [[]]])('is the original one with the translations %j', (none) => {
    expect(titleAlong(['pt-BR', 'en'], original, none)).toEqual({ text: '七人の侍', locale: 'ja' });
    expect(titleAlong(['pt-BR', 'ja-JP'], original, none)).toEqual({ text: '七人の侍', locale: 'ja-JP' });
  });

  test('is in a language that nobody knows, where its own is not known', () => {
    const unknown = { ...original, originalLanguage: null };
    expect(titleAlong(['fi', 'de'], unknown, all)).toEqual({ text: '七人の侍', locale: null });
    expect(titleAlong(['fi', 'en'], unknown, all)).toEqual({ text: 'Seven Samurai', locale: 'en-US' });
  });

  test('is none where there is none', () => {
    const none = { title: null, originalTitle: null, originalLanguage: 'ja' };
    expect(titleAlong(['pt-BR', 'en'], none, all)).toEqual({ text: null, locale: null });
  });
});

describe('the title of an American film', () => {
  const original = { title: "Sorcerer's Stone", originalTitle: "Sorcerer's Stone", originalLanguage: 'en' };
  const all = [named('en-US', null), named('en-GB', "Philosopher's Stone")];

  test.each([
    ['fi, en-US', "Sorcerer's Stone"],
    ['fi, en', "Sorcerer's Stone"],
    ['fi, en-AU', "Sorcerer's Stone"],
    ['fi, en-GB', "Philosopher's Stone"],
  ])('along %s is %s', (chain, text) => {
    const locales = chain.split(', ');
    expect(titleAlong(locales, original, all)).toEqual({ text, locale: locales[1] });
  });

  test('that is the same in the first language is in that language', () => {
    expect(titleAlong(['pt-BR', 'fr'], original, [named('pt-BR', "Sorcerer's Stone")])).toEqual({
      text: "Sorcerer's Stone",
      locale: 'pt-BR',
    });
  });
});

test.each([
  ['fi', 'Title', true],
  ['fi', 'Original', false],
  ['ja-JP', 'Original', true],
  ['ja', null, false],
])('whether the title is in %s, being %j: %j', (locale, title, expected) => {
  expect(hasTitleIn(locale, { title, originalTitle: 'Original', originalLanguage: 'ja' })).toBe(expected);
});

describe.each(['overview', 'tagline', 'homepage'] as const)('the %s', (name) => {
  const all = [
    translation('en-US', { [name]: 'English' }),
    translation('pt-BR'),
    translation('pt-PT', { [name]: 'pt' }),
    translation('pt-AO', { [name]: 'ao' }),
  ];

  test('is the one that came', () => {
    expect(filledAlong(['fi', 'en'], 'Suomeksi', name, all)).toEqual({ text: 'Suomeksi', locale: 'fi' });
  });

  test.each([
    ['fi, en', 'English', 'en-US'],
    ['pt-BR, en', 'pt', 'pt-PT'],
    ['pt-AO, en', 'ao', 'pt-AO'],
    ['fi, de', null, null],
  ])('along %s is %j', (chain, text, locale) => {
    expect(filledAlong(chain.split(', '), null, name, all)).toEqual({ text, locale });
  });

  test('is none without translations', () => {
    expect(filledAlong(['fi', 'en'], null, name, null)).toEqual({ text: null, locale: null });
  });
});

test.each([
  ['zh-HK', '標題', 'zh-TW'],
  ['zh-TW', '標題', 'zh-TW'],
  ['zh-CN', '标题', 'zh-CN'],
  ['zh-SG', '标题', 'zh-CN'],
  ['zh', '标题', 'zh-CN'],
])('a title in the script of %s comes before one in another', (locale, text, found) => {
  const film = { title: 'Original', originalTitle: 'Original', originalLanguage: 'ja' };
  const rows = [named('zh-CN', '标题'), named('zh-TW', '標題')];
  expect(titleAlong([locale, 'en'], film, rows)).toEqual({ text, locale: found });
});

test.each([
  ['no', 'nb-NO'],
  ['no', 'nn'],
  ['tl', 'tl-PH'],
  ['cn', 'zh-HK'],
])('a film in %s has its own title in %s', (originalLanguage, locale) => {
  const film = { title: 'Original', originalTitle: 'Original', originalLanguage };
  expect(titleAlong([locale, 'en'], film, [named('en-US', 'English')])).toEqual({ text: 'Original', locale });
});
