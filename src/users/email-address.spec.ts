import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normaliseEmail } from './email-address.js';

describe('normaliseEmail', () => {
  test.each([
    [' Ada.Lovelace@Example.ORG\n', 'ada.lovelace@example.org'],
    ['ａｄａ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'ada@example.org'],
    ['ada+films@example.org', 'ada+films@example.org'],
    ["o'brien@sub.example.co.uk", "o'brien@sub.example.co.uk"],
    ['ÄDA@example.org', 'äda@example.org'],
    ['a\u0308da@example.org', 'äda@example.org'],
    ['H\u0331ada@example.org', '\u1E96ada@example.org'],
    ['ada@München.example', 'ada@xn--mnchen-3ya.example'],
    ['ada@xn--mnchen-3ya.example', 'ada@xn--mnchen-3ya.example'],
    ['\uFEFFada@example.org', 'ada@example.org'],
    [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
    [`a@${longDomain(252)}`, `a@${longDomain(252)}`],
  ])('makes of %j %j', (text, address) => {
    expect(normaliseEmail(text)).toBe(address);
  });

  test.each([
    ['nothing', ''],
    ['no @', 'ada.example.org'],
    ['two @', 'ada@home@example.org'],
    ['an @ that NFKC makes', 'ada＠home@example.org'],
    ['no local part', '@example.org'],
    ['a local part of 65', `${'a'.repeat(65)}@example.org`],
    ['255 characters', `a@${longDomain(253)}`],
    ['a quoted local part', '"ada lovelace"@example.org'],
    ['a name before the address', 'Ada <ada@example.org>'],
    ['two addresses', 'ada@example.org,bob@example.org'],
    ['a dot at the start', '.ada@example.org'],
    ['two dots in a row', 'ada..l@example.org'],
    ['a space inside', 'ada lovelace@example.org'],
    ['a space that NFKC makes', 'ada¨@example.org'],
    ['a line break', 'ada@example.org\r\nBcc: bob@example.org'],
    ['a null character', 'a\u0000da@example.org'],
    ['a zero-width space', 'a\u200Bda@example.org'],
    ['a direction override', 'a\u202Eda@example.org'],
    ['a soft hyphen', 'ada@exam\u00ADple.org'],
    ['half a surrogate pair', 'a\uD800da@example.org'],
    ['a domain without a dot', 'ada@localhost'],
    ['a dot at the end', 'ada@example.org.'],
    ['an empty label', 'ada@example..org'],
    ['a label that begins with a hyphen', 'ada@-example.org'],
    ['an underscore in the domain', 'ada@my_host.example'],
    ['a label of 64', `ada@${'a'.repeat(64)}.org`],
    ['an IP address', 'ada@127.0.0.1'],
    ['an IP address in other words', 'ada@127.0x1'],
    ['an address literal', 'ada@[127.0.0.1]'],
  ])('takes none with %s', (_, text) => {
    expect(normaliseEmail(text)).toBeNull();
  });

  test('leaves alone what it made, and that is never long, unseen or unfolded', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 20 });
    const likely = fc
      .tuple(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
      )
      .map(([local, label]) => `${local}@${label}.example`);
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(anything, fc.emailAddress(), likely), (text) => {
        const address = normaliseEmail(text);
        if (address === null) return;
        taken += 1;
        expect(normaliseEmail(address)).toBe(address);
        expect(address).toBe(address.normalize('NFKC').toLowerCase());
        expect(address.length).toBeLessThanOrEqual(254);
        expect(address).not.toMatch(/[\p{Cc}\p{Cf}\s]/u);
      }),
      { numRuns: 2000 },
    );
    expect(taken).toBeGreaterThan(400);
  });
});

function longDomain(length: number): string {
  return `${'a.'.repeat(length)}example`.slice(-length).replace(/^\./, 'a');
}
