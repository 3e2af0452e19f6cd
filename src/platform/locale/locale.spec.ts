import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { firstLocaleOf, languageOf, parseLocaleChain, regionOf } from './locale.js';

describe('a chain of locales', () => {
  test.each([
    ['en-US', ['en-US']],
    ['pt-br', ['pt-BR']],
    ['PT', ['pt']],
    ['pt-BR, pt;q=0.8, en', ['pt-BR', 'en', 'pt']],
    ['en;q=0.1,fr;q=0.9', ['fr', 'en']],
    ['en;q=0.5, fr;q=0.5', ['en', 'fr']],
    ['en, en;q=0.2', ['en']],
    ['zh-Hant-TW', ['zh-TW']],
    ['es-419', ['es']],
    ['en-US-u-ca-buddhist', ['en-US']],
    ['fr;q=0, en', ['en']],
    ['*, en', ['en']],
  ])('of %j is %j', (text, locales) => {
    expect(parseLocaleChain(text)).toEqual(locales);
  });

  test.each(['', ' ', '*', 'x', 'english!', 'en, ?', 'en;q=0', 'en;q=lots', 'i-klingon-x', ','])(
    'of %j is none',
    (text) => {
      expect(parseLocaleChain(text)).toBeNull();
    },
  );

  test('holds nothing but languages and countries, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const locales = parseLocaleChain(text) ?? [];
        expect(locales.filter((locale) => !/^[a-z]{2,3}(-[A-Z]{2})?$/.test(locale))).toEqual([]);
      }),
    );
  });
});

describe('the first locale of Accept-Language', () => {
  test.each([
    ['pt-BR,pt;q=0.9,en;q=0.8', 'pt-BR'],
    ['en;q=0.8, de', 'de'],
    ['?, !!!;q=2, fi;q=0.1', 'fi'],
    ['*', null],
    ['', null],
    ['de;q=0', null],
  ])('%j is %j', (header, locale) => {
    expect(firstLocaleOf(header)).toBe(locale);
  });

  test('is found or not, whatever is sent', () => {
    fc.assert(fc.property(fc.string({ maxLength: 500 }), (header) => (firstLocaleOf(header) ?? 'en').length > 1));
  });
});

test.each([
  ['pt-BR', 'pt', 'BR'],
  ['pt', 'pt', null],
])('%s is of the language %s and the country %s', (locale, language, region) => {
  expect([languageOf(locale), regionOf(locale)]).toEqual([language, region]);
});
