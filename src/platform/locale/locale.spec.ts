import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acceptedLocalesOf, languageOf, parseLocaleChain, regionOf } from './locale.js';

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
    ['zh-Hant, zh-Hans', ['zh-TW', 'zh-CN']],
    ['tl-PH, fil, sh', ['tl-PH', 'tl', 'sh']],
    ['es-419', ['es']],
    ['en-US-u-ca-buddhist', ['en-US']],
    ['fr;q=0, en', ['en']],
    ['*, en', ['en']],
    ['de;q=0.1, en, fr, it, es, pt, pt', ['en', 'fr', 'it', 'es', 'pt']],
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

describe('the locales of Accept-Language', () => {
  test.each([
    ['pt-BR,pt;q=0.9,en;q=0.8', ['pt-BR', 'pt', 'en']],
    ['en;q=0.8, de', ['de', 'en']],
    ['?, !!!;q=2, fi;q=0.1', ['fi']],
    ['en-US,en;q=0.9,en-US;q=0.1', ['en-US', 'en']],
    ['it;q=0.1, en, fr;q=0.9, ?, es;q=0.8, pt;q=0.7, de;q=0.6', ['en', 'fr', 'es', 'pt', 'de']],
    ['*', []],
    ['', []],
    ['de;q=0', []],
  ])('%j are %j', (header, locales) => {
    expect(acceptedLocalesOf(header)).toEqual(locales);
  });

  test('do not hold a tag that was cut in its middle', () => {
    expect(acceptedLocalesOf(`en, ${' '.repeat(194)}pt-BR`)).toEqual(['en']);
  });

  test('are five at most, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (header) => {
        expect(acceptedLocalesOf(header).length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

test.each([
  ['pt-BR', 'pt', 'BR'],
  ['pt', 'pt', null],
])('%s is of the language %s and the country %s', (locale, language, region) => {
  expect([languageOf(locale), regionOf(locale)]).toEqual([language, region]);
});
