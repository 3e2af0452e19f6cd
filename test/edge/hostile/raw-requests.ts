/** What is written to a connection as it is. */
export interface RawRequest {
  readonly name: string;
  readonly bytes: string;
  /** Ends the sending side after the request, as `nc -N` does. */
  readonly isHalfClosed?: boolean;
}

const body = '{"query":"{ about { mode } }"}';
const type = 'Content-Type: application/json\r\n';

/** A POST that is good but for the given line, headers and body. */
function post({
  line = 'POST /graphql HTTP/1.1',
  host = 'Host: x\r\n',
  headers = '',
  length = `Content-Length: ${body.length}\r\n`,
  sent = body,
} = {}): string {
  return `${line}\r\n${host}${type}${headers}${length}\r\n${sent}`;
}

const chunked = 'Transfer-Encoding: chunked\r\n';
const asChunks = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;
const many = (amount: number, write: (index: number) => string): string =>
  Array.from({ length: amount }, (_, index) => write(index)).join('');

const lines: readonly string[] = [
  'BREW /graphql HTTP/1.1',
  'post /graphql HTTP/1.1',
  'POST  /graphql HTTP/1.1',
  'POST /graphql',
  'POST /graphql HTTP/0.9',
  'POST /graphql HTTP/1.0',
  'POST /graphql HTTP/2.0',
  'POST /graphql HTTP/3.7',
  'POST /graphql HTTQ/1.1',
  'PRI * HTTP/2.0',
  'CONNECT x:443 HTTP/1.1',
  'OPTIONS * HTTP/1.1',
  'TRACE /graphql HTTP/1.1',
  'HEAD /graphql HTTP/1.1',
  'PURGE /graphql HTTP/1.1',
  'POST http://x/graphql HTTP/1.1',
  'POST http://elsewhere.example/graphql HTTP/1.1',
  'POST https://a:b@x/graphql HTTP/1.1',
  'POST file:///etc/passwd HTTP/1.1',
  'POST //graphql HTTP/1.1',
  'POST ///graphql HTTP/1.1',
  'POST //elsewhere.example/graphql HTTP/1.1',
  'POST /graphql/../graphql HTTP/1.1',
  'POST /./graphql HTTP/1.1',
  'POST /graphql/. HTTP/1.1',
  'POST /graphql%2f HTTP/1.1',
  'POST /%67raphql HTTP/1.1',
  'POST /graphql%00 HTTP/1.1',
  'POST /graphql%0d%0aX:%20y HTTP/1.1',
  'POST /%ff%fe HTTP/1.1',
  'POST /% HTTP/1.1',
  'POST /%2e%2e/%2e%2e/etc/passwd HTTP/1.1',
  'POST /..%5c..%5cpackage.json HTTP/1.1',
  'POST \\graphql HTTP/1.1',
  'POST /graphql;a=b HTTP/1.1',
  'POST /graphql#a HTTP/1.1',
  'POST /graphql? HTTP/1.1',
  'POST ?query={a} HTTP/1.1',
  'POST /grаphql HTTP/1.1',
  'POST /graphql\u0000 HTTP/1.1',
  'POST /graphql\t HTTP/1.1',
  'POST graphql HTTP/1.1',
  'POST  HTTP/1.1',
  `POST /${'a'.repeat(12_000)} HTTP/1.1`,
  `POST /${'a'.repeat(60_000)} HTTP/1.1`,
  `POST /graphql?${'a=b&'.repeat(3000)} HTTP/1.1`,
  `POST /graphql?${'a[b]'.repeat(3000)}=c HTTP/1.1`,
  `POST /graphql?${'[a]'.repeat(4000)}=c HTTP/1.1`,
  'POST /graphql?__proto__[a]=b&constructor[prototype][a]=b HTTP/1.1',
];

const headers: Readonly<Record<string, string>> = {
  'a header of 20 kB': `X-A: ${'a'.repeat(20_000)}\r\n`,
  'a name of 20 kB': `${'a'.repeat(20_000)}: b\r\n`,
  '2,000 headers': many(2000, (index) => `X-${index}: b\r\n`),
  '1,900 short headers': many(1900, () => 'a:b\r\n'),
  'a header without a name': ': b\r\n',
  'a header without a colon': 'nonsense\r\n',
  'a blank before the colon': 'X-A : b\r\n',
  'a folded header': 'X-A: b\r\n c: d\r\n',
  'NUL in a header': 'X-A: a\u0000b\r\n',
  'a bare CR': 'X-A: a\rX-Injected: 1\r\n',
  'a bare LF': 'X-A: a\nX-Injected: 1\r\n',
  'bytes beyond ASCII': 'X-A: \u00ff\u00fe\r\n',
  'two lengths': 'Content-Length: 5\r\n',
  'a length with a sign': 'Content-Length: +5\r\n',
  'an odd expectation': 'Expect: 100-wonder\r\n',
  'an expectation': 'Expect: 100-continue\r\n',
  'an upgrade': 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n',
  'an upgrade to HTTP/2':
    'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n',
  'a range': 'Range: bytes=0-1,-1\r\n',
  'a condition': 'If-Match: *\r\nIf-None-Match: "a"\r\nIf-Modified-Since: nonsense\r\n',
  'another method': 'X-HTTP-Method-Override: DELETE\r\n',
  'another address': 'X-Original-URL: /health\r\nX-Forwarded-Host: elsewhere.example\r\nForwarded: for="\u0001"\r\n',
  'an address of nonsense': `X-Forwarded-For: ${'1.2.3.4, '.repeat(1000)}\r\nX-Real-IP: ::::\r\n`,
  'an odd cookie': 'Cookie: watchme_refresh=%E0%A4%A; __proto__=1; =; ;;\r\n',
  'a refresh cookie': `Cookie: watchme_refresh=${'a'.repeat(5000)}\r\n`,
  'many encodings': `Accept-Encoding: ${'gzip;q=0.1, '.repeat(900)}\r\n`,
  'a token of nonsense': 'Authorization: Bearer \u0001\r\n',
  'a token without a scheme': 'Authorization: \r\n',
  'a long token': `Authorization: Bearer ${'a'.repeat(4000)}.${'b'.repeat(4000)}.${'c'.repeat(4000)}\r\n`,
  'a token of the prototype': 'Authorization: Bearer e30.eyJfX3Byb3RvX18iOnt9fQ.e30\r\n',
};

/** Values for headers whose words come back in the answer or are read closely. */
const echoes = [
  'x-request-id',
  'origin',
  'accept-language',
  'accept',
  'x-watchme-extensions',
  'access-control-request-method',
];
const values = [
  'abcdefgh\r\nX-Injected: 1',
  'abcdefgh\nX-Injected: 1',
  'abcdefgh\rX-Injected: 1',
  'abcdefgh%0d%0aX-Injected:%201',
  'abcdefgh\u0000',
  'abcdefgh\u00e5\u0085X-Injected: 1',
  'a'.repeat(14_000),
  '*/*;q=1e999, ;;;q=,'.repeat(300),
  'en;q=0.1,'.repeat(1500),
  '__proto__',
  '',
];

const bodies: Readonly<Record<string, string>> = {
  'a length too short': post({ length: 'Content-Length: 5\r\n' }),
  'a length of words': post({ length: 'Content-Length: five\r\n' }),
  'a length below zero': post({ length: 'Content-Length: -5\r\n' }),
  'a length in hexadecimal': post({ length: 'Content-Length: 0x10\r\n' }),
  'a huge length': post({ length: 'Content-Length: 99999999999999999999\r\n' }),
  'a length over the limit': post({ length: 'Content-Length: 2000000\r\n' }),
  'no length': post({ length: '' }),
  chunks: post({ length: chunked, sent: asChunks(body) }),
  'chunks and a length': post({ headers: chunked, sent: asChunks(body) }),
  'chunks and gzip': post({ length: 'Transfer-Encoding: gzip, chunked\r\n', sent: asChunks(body) }),
  'chunks twice': post({ length: chunked + chunked, sent: asChunks(body) }),
  'chunks that are none': post({ length: 'Transfer-Encoding: xchunked\r\n', sent: asChunks(body) }),
  'chunks, then identity': post({ length: 'Transfer-Encoding: chunked, identity\r\n', sent: asChunks(body) }),
  'a chunk of words': post({ length: chunked, sent: `zz\r\n${body}\r\n0\r\n\r\n` }),
  'a chunk below zero': post({ length: chunked, sent: `-1\r\n${body}\r\n0\r\n\r\n` }),
  'a huge chunk': post({ length: chunked, sent: `ffffffffffffffffff\r\n${body}` }),
  'a chunk too short': post({ length: chunked, sent: `2\r\n${body}\r\n0\r\n\r\n` }),
  'a long extension of a chunk': post({ length: chunked, sent: `1e;${'a'.repeat(20_000)}\r\n${body}\r\n0\r\n\r\n` }),
  'many small chunks': post({
    length: chunked,
    sent: `${many(body.length, (index) => `1\r\n${body[index]}\r\n`)}0\r\n\r\n`,
  }),
  trailers: post({ length: chunked, sent: `1e\r\n${body}\r\n0\r\nX-Injected: 1\r\nContent-Length: 5\r\n\r\n` }),
  'chunks over the limit': post({
    length: chunked,
    sent: `${many(3, () => `9c40\r\n${' '.repeat(40_000)}\r\n`)}0\r\n\r\n`,
  }),
  'a GET with a body': `GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: x\r\nApollo-Require-Preflight: 1\r\n${type}Content-Length: 30\r\n\r\n${body}`,
  'a HEAD with a body': post({ line: 'HEAD /graphql HTTP/1.1' }),
  'ten at once': post().repeat(10),
  'a hundred at once': post().repeat(100),
  'a good one and nonsense': `${post()}nonsense\r\n\r\n`,
  'a request in a body': post({ length: 'Content-Length: 0\r\n', sent: post({ line: 'POST /nowhere HTTP/1.1' }) }),
  'empty lines first': `\r\n\r\n${post()}`,
  TLS: '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003'.padEnd(200, 'a'),
  'a greeting of SMTP': 'EHLO x\r\n\r\n',
  zeros: '\u0000'.repeat(5000),
  'LF alone': post().replaceAll('\r\n', '\n'),
};

export const rawRequests: readonly RawRequest[] = [
  ...lines.map((line) => ({ name: line.slice(0, 60), bytes: post({ line }) })),
  ...Object.entries(headers).map(([name, text]) => ({ name, bytes: post({ headers: text }) })),
  ...echoes.flatMap((name) =>
    values.map((value) => ({
      name: `${name}: ${JSON.stringify(value).slice(0, 40)}`,
      bytes: post({ headers: `${name}: ${value}\r\n` }),
    })),
  ),
  ...Object.entries(bodies).map(([name, bytes]) => ({ name, bytes })),
  ...[
    '',
    'Host: a\r\nHost: b\r\n',
    'Host: \r\n',
    'Host: a b\r\n',
    `Host: ${'a'.repeat(10_000)}\r\n`,
    'Host: x:99999\r\n',
    'Host: a/../b?c#d\r\n',
  ].map((host) => ({
    name: `host ${JSON.stringify(host).slice(0, 40)}`,
    bytes: post({ host }),
  })),
  { name: 'half-closed', bytes: post(), isHalfClosed: true },
  { name: 'half-closed within the body', bytes: post().slice(0, -5), isHalfClosed: true },
  { name: 'half-closed within the headers', bytes: post().slice(0, 40), isHalfClosed: true },
  { name: 'half-closed at once', bytes: '', isHalfClosed: true },
];
