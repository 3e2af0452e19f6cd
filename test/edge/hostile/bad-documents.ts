import type { Attack } from './attack.js';

const many = (amount: number, write: (index: number) => string): string =>
  Array.from({ length: amount }, (_, index) => write(index)).join(' ');

const round = (depth: number): string => `${'fields { type { '.repeat(depth)}name${' } }'.repeat(depth)}`;

/** Fragments that each spread the next one `times` times. */
const fan = (length: number, times: number, on: string, inner: string): string =>
  many(
    length,
    (index) => `fragment f${index} on ${on} { ${index < length - 1 ? `...f${index + 1} `.repeat(times) : inner} }`,
  );

/** Fields of one key that conflict only far down, which the rule for overlapping fields compares in pairs. */
const overlapping = (amount: number): string =>
  `{ ${many(amount, (index) => `movies(first: 1) { nodes { t: ${index % 2 ? 'title' : 'overview'} ...o${index} } }`)} }
  ${many(amount, (index) => `fragment o${index} on Movie { t: tagline similar { nodes { t: title } } }`)}`;

const films = 'movies(first: 1) { totalCount }';

const documents: Readonly<Record<string, string>> = {
  nothing: '',
  'a BOM': '\ufeff{ __typename }',
  'a BOM inside': '{ __\ufefftypename }',
  NUL: '{ __typename \u0000}',
  'an unfinished text': '{ movies(locale: "en) { totalCount } }',
  'an unfinished block': '{ movies(locale: """en) { totalCount } }',
  'an unfinished escape': String.raw`{ movies(locale: "\u12") { totalCount } }`,
  'an escape beyond characters': String.raw`{ movies(locale: "\u{ffffffffff}") { totalCount } }`,
  'a comment alone': `#${'x'.repeat(90_000)}`,
  'many comments': `{ ${'#\n'.repeat(40_000)} __typename }`,
  'many commas': `{ ${','.repeat(90_000)} __typename }`,
  'a long name': `{ ${'a'.repeat(90_000)} }`,
  'a long alias': `{ ${'a'.repeat(90_000)}: __typename }`,
  'a long text': `{ searchMovies(query: "${'y'.repeat(90_000)}") { totalCount } }`,
  'a huge number': `{ movies(first: ${'9'.repeat(90_000)}) { totalCount } }`,
  'a number with zeros': '{ movies(first: 00001) { totalCount } }',
  'a number and a name': '{ movies(first: 1a) { totalCount } }',
  'open braces': '{ a '.repeat(20_000),
  'open braces of known fields': `{ movies { nodes ${'{ similar { nodes '.repeat(90)}`,
  'open brackets': `{ movies(first: ${'['.repeat(90_000)}`,
  'deep lists': `{ moviesByTmdbIds(tmdbIds: ${'['.repeat(490)}${']'.repeat(490)}) { title } }`,
  'deep types': `query Q($v: ${'['.repeat(450)}Int${']'.repeat(450)}) { __typename }`,
  'deep fields': `${'{ movies { nodes '.repeat(6)}{ title }${' } }'.repeat(6)}`,
  'deep fragments in place': `{ ${'... { '.repeat(300)}__typename${' }'.repeat(300)} }`,
  'deep fields of one film': `{ movies { nodes { ${'similar { nodes { '.repeat(100)}title${' } }'.repeat(100)} } } }`,
  '1,000 aliases': `{ ${many(1000, (index) => `a${index}: __typename`)} }`,
  '300 aliases': `{ ${many(300, (index) => `a${index}: __typename`)} }`,
  '300 aliases of a search': `{ ${many(90, (index) => `a${index}: searchMovies(query: "${index}") { totalCount }`)} }`,
  'aliases of the prototype': `{ __proto__: __typename constructor: __typename toString: __typename hasOwnProperty: __typename }`,
  'aliases in fragments': `{ ${many(90, (index) => `...g${index}`)} } ${many(90, (index) => `fragment g${index} on Query { a${index}: __typename }`)}`,
  '1,000 times one field': `{ ${'__typename '.repeat(1000)} }`,
  '900 times one field': `{ ${'__typename '.repeat(900)} }`,
  '120 times one object': `{ ${'about { mode } '.repeat(120)} }`,
  'fragments in a circle':
    '{ ...a } fragment a on Query { ...b } fragment b on Query { ...c } fragment c on Query { ...a }',
  'a fragment in itself': '{ ...a } fragment a on Query { about { mode } ...a }',
  'a circle through fields': '{ movies { nodes { ...a } } } fragment a on Movie { similar { nodes { ...a } } }',
  'a circle that is not used': '{ __typename } fragment a on Query { ...b } fragment b on Query { ...a }',
  'a fan of fragments, two each': `{ ...f0 } ${fan(60, 2, 'Query', films)}`,
  'a fan of fragments, ten each': `{ ...f0 } ${fan(20, 10, 'Query', films)}`,
  'a fan of fragments through fields': `{ movies { nodes { ...f0 } } } ${many(30, (index) => `fragment f${index} on Movie { similar { nodes { ...f${index + 1} ...f${index + 1} } } }`)} fragment f30 on Movie { title }`,
  'a fan of introspection': `{ __schema { types { ...f0 } } } ${fan(40, 2, '__Type', 'name')}`,
  'unused fragments': `{ __typename } ${many(150, (index) => `fragment u${index} on Query { __typename }`)}`,
  'unknown fragments': `{ ${many(300, (index) => `...u${index}`)} }`,
  'fragments of one name': `{ ...a } ${many(150, () => 'fragment a on Query { __typename }')}`,
  'a fragment on nothing': '{ ...a } fragment a on Nothing { b }',
  'a fragment on a number': '{ ...a } fragment a on Int { b }',
  'a fragment on an input': '{ ...a } fragment a on MovieFilterInput { genres }',
  'a fragment named on': '{ ...on } fragment on on Query { __typename }',
  'unused variables': `query Q(${many(200, (index) => `$v${index}: Int`)}) { __typename }`,
  'variables of one name': `query Q(${many(200, () => '$v: Int')}) { movies(first: $v) { totalCount } }`,
  'unknown variables': `{ ${many(15, (index) => `a${index}: movies(first: $u${index}) { totalCount }`)} }`,
  'variables of unknown types': 'query Q($v: Nothing, $w: __Type, $x: Movie) { movies(first: $v) { totalCount } }',
  'a variable with a bad default': 'query Q($v: Int = "a") { movies(first: $v) { totalCount } }',
  'a variable that is its own default': 'query Q($v: Int = $v) { movies(first: $v) { totalCount } }',
  'unknown directives': `{ __typename ${'@aa'.repeat(400)} }`,
  'a flood of @skip': `{ __typename ${'@skip(if: false) '.repeat(150)} }`,
  'a flood of @include': `{ movies(first: 1) { nodes { ${many(15, (index) => `a${index}: title @include(if: true) @skip(if: true)`)} } } }`,
  'directives without arguments': '{ __typename @skip @include @deprecated @specifiedBy }',
  'a directive of a null': '{ __typename @skip(if: null) }',
  'directives on the operation': `query Q ${'@skip(if: true) '.repeat(50)} { __typename }`,
  'directives on variables': 'query Q($v: Int @skip(if: true)) { movies(first: $v) { totalCount } }',
  '@defer': '{ ... @defer { __typename } }',
  '@stream': '{ movies { nodes @stream(initialCount: 1) { title } } }',
  'introspection round and round': `{ __schema { types { ${round(6)} } } }`,
  'introspection by many names': `{ ${many(15, (index) => `s${index}: __schema { types { name fields { name } } }`)} }`,
  'introspection of ofType': `{ __type(name: "Movie") { ${'ofType { '.repeat(200)}name${' }'.repeat(200)} } }`,
  'introspection of possible types': `{ __schema { types { ${'possibleTypes { interfaces { '.repeat(8)}name${' } }'.repeat(8)} } } }`,
  'introspection of the prototype': '{ __type(name: "__proto__") { name fields { name } } }',
  'introspection of a text of NUL': '{ __type(name: "\\u0000") { name } }',
  'many operations': many(150, (index) => `query Q${index} { __typename }`),
  'many operations without a name': '{ __typename } '.repeat(200),
  'an operation and one without a name': '{ __typename } query Q { __typename }',
  'a subscription': 'subscription { movies { totalCount } }',
  'many subscriptions': many(100, (index) => `subscription S${index} { __typename }`),
  'a query and a subscription': 'query Q { __typename } subscription S { __typename }',
  'a schema': 'type Query { a: Int }',
  'a schema and a query': 'extend type Query { a: Int } query Q { __typename }',
  'a type that is its own': 'interface A implements A { a: Int } { __typename }',
  'a mutation of all': `mutation { ${many(15, (index) => `a${index}: logout { __typename }`)} }`,
  'mutations by many names': `mutation { ${many(15, (index) => `a${index}: requestPasswordReset(input: { email: "a${index}@example.com" }) { __typename }`)} }`,
  'fields that overlap': overlapping(10),
  'fields that overlap more': overlapping(28),
  'fields that overlap in one object': `{ movies { nodes { ${many(15, (index) => `t: title(locale: "e${index}")`)} } } }`,
  'pages in pages':
    '{ movies(first: 100) { nodes { similar(first: 100) { nodes { recommendations(first: 100) { nodes { cast(first: 100) { nodes { person { filmography(first: 100) { totalCount } } } } } } } } } } }',
  'a page of all': '{ movies(first: 2147483647) { nodes { cast(first: 2147483647) { totalCount } } } }',
  'arguments of one name': `{ movies(${'first: 1 '.repeat(200)}) { totalCount } }`,
  'unknown arguments': `{ movies(${many(200, (index) => `a${index}: 1`)}) { totalCount } }`,
  'keys of one name': `{ discoverMovies(filter: { ${'includeAdult: true '.repeat(200)} }) { totalCount } }`,
  'another script': '{ ｍｏｖｉｅｓ { totalCount } }',
  'a look-alike': '{ mоvies { totalCount } }',
  'words of nothing': 'garbage '.repeat(900),
  punctuation: '!$&()...:=@[]{|}'.repeat(60),
};

const operationNames: readonly unknown[] = ['B', '', '__proto__', 'constructor', '\u0000', 'n'.repeat(50_000), null];

export function badDocuments(): Attack[] {
  const plain = Object.entries(documents).flatMap(([name, query]) => [
    { name, body: JSON.stringify({ query }) },
    { name: `${name}, with variables`, body: JSON.stringify({ query, variables: { v: null, unused: {} } }) },
    ...(query.length < 8000
      ? [
          {
            name: `${name}, by GET`,
            method: 'GET',
            search: `query=${encodeURIComponent(query.toWellFormed())}`,
            headers: preflight,
          },
        ]
      : []),
  ]);
  const named = operationNames.flatMap((operationName) =>
    ['query A { __typename }', 'query A { __typename } query B { about { mode } }'].map((query) => ({
      name: `operation ${JSON.stringify(operationName)?.slice(0, 20)}`,
      body: JSON.stringify({ query, operationName }),
    })),
  );
  return [...plain, ...named];
}

const preflight = { 'apollo-require-preflight': 'true' };
