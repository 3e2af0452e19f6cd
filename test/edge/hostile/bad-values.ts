/** A value that hardly any argument takes, as JSON for variables and as a literal of GraphQL. */
export interface BadValue {
  readonly name: string;
  readonly json: string;
  readonly literal: string;
}

/** Texts of each kind; a text is written alike in JSON and in GraphQL. */
const texts: Readonly<Record<string, readonly string[]>> = {
  'nothing to see': ['', ' \t\u00a0\u3000 ', '\u200b\ufeff'],
  'control characters': ['\u0001\u0008\u001b[31m\u007f\u0085', 'a\r\nSet-Cookie: injected=1\r\n\r\nHTTP/1.1 200 OK'],
  NUL: ['a\u0000b', '\u0000'],
  'half a character': ['a\ud800', '\udc00a'],
  'strange characters': ['\u202eabc\u2066\u200f', '𝕏🏃🏽‍♀️', `a${'\u0301'.repeat(5000)}`],
  'a long text': ['y'.repeat(50_000), 'y '.repeat(20_000), 'ﷺ'.repeat(3000), '𝕏'.repeat(10_000)],
  'a number as text': ['NaN', 'Infinity', '-Infinity', '1e309', '0x10', '-0', '1_000', '٣'],
  'a way elsewhere': ['../../../../etc/passwd', '%00%2e%2e%2f?a=b&api_token=1#c', 'http://[::1]:1/', '//x'],
  'a language elsewhere': [
    `' OR '1'='1'; -- "`,
    '%_%_%',
    '${7*7}{{7*7}}<%= 7 %>',
    '<script>alert(1)</script>',
    '{"$gt":""}',
  ],
  'the prototype': ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'],
  'an ID or cursor of nonsense': [
    '["x",1e9,null,{"a":[]}]',
    'Movie:-1',
    '__proto__:constructor',
    `Movie:${'9'.repeat(400)}`,
    'Movie:../person/1',
    'User:x',
    '\u0000:\u0000',
  ].map((text) => Buffer.from(text).toString('base64url')),
};

/** Other values of each kind, written alike in JSON and in GraphQL. */
const alike: Readonly<Record<string, readonly string[]>> = {
  null: ['null'],
  'another type': ['true', '7', '"a"', '[]', '{}', '[null]', '[[1]]', '[[], {}]'],
  'zero or less': ['0', '-1', '-0', '-2147483648', '-1e308'],
  'a huge number': ['2147483648', '9007199254740993', '1e308', '1e400', '-1e400', '9'.repeat(1000)],
  'a fraction': ['1.5', '5e-324', `0.${'3'.repeat(1000)}`],
  'deep lists': [nested('[', '1', ']', 1000), nested('[', '1', ']', 300)],
};

const others: Readonly<Record<string, readonly Omit<BadValue, 'name'>[]>> = {
  'an unknown key': [
    { json: '{"unknown":1}', literal: '{ unknown: 1 }' },
    { json: '{"length":4294967295,"0":1}', literal: '{ length: 4294967295 }' },
  ],
  'a key of the prototype': [
    { json: '{"__proto__":{"polluted":1}}', literal: '{ __proto__: { polluted: 1 } }' },
    {
      json: '{"constructor":{"prototype":{"polluted":1}}}',
      literal: '{ constructor: { prototype: { polluted: 1 } } }',
    },
    { json: '{"prototype":1}', literal: '{ prototype: 1 }' },
    { json: '{"toString":1,"valueOf":null,"toJSON":1}', literal: '{ toString: 1, toJSON: 1 }' },
  ],
  'deep objects': [{ json: nested('{"a":', '1', '}', 1000), literal: nested('{a:', '1', '}', 300) }],
  'many elements': [
    { json: `[${'1,'.repeat(9999)}1]`, literal: `[${'1 '.repeat(900)}]` },
    { json: `[${'"a",'.repeat(999)}"a"]`, literal: `[${'"a" '.repeat(900)}]` },
    { json: `[${'{},'.repeat(999)}null]`, literal: `[${'{} '.repeat(400)}]` },
  ],
  'an unknown word': [
    { json: '"NOTHING_LIKE_THAT"', literal: 'NOTHING_LIKE_THAT' },
    { json: '"__proto__"', literal: '__proto__' },
    { json: '"$w"', literal: '$w' },
    { json: '"\\u0000"', literal: '"""\n  a\n """' },
  ],
};

/** Each kind with its values. */
export const badValues: readonly (readonly BadValue[])[] = [
  ...kindsOf(texts, (text) => ({ json: JSON.stringify(text), literal: JSON.stringify(text) })),
  ...kindsOf(alike, (text) => ({ json: text, literal: text })),
  ...kindsOf(others, (written) => written),
];

function kindsOf<T>(
  kinds: Readonly<Record<string, readonly T[]>>,
  write: (value: T) => Omit<BadValue, 'name'>,
): BadValue[][] {
  return Object.entries(kinds).map(([kind, values]) =>
    values.map((value, index) => ({ name: `${kind} (${index})`, ...write(value) })),
  );
}

function nested(open: string, inner: string, close: string, times: number): string {
  return `${open.repeat(times)}${inner}${close.repeat(times)}`;
}
