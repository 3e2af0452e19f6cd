import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** An answer that is ready to be sent; `body` is as long as `content-length` will say. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

const compress = promisify(gzip);

/** A JSON answer; `maxAgeSeconds` is how long a cache may keep it. */
export function jsonReply(status: number, value: unknown, maxAgeSeconds: number): Reply {
  return textReply(status, JSON.stringify(value), 'application/json;charset=utf-8', maxAgeSeconds);
}

/** An answer of any type. Only a 200 carries an ETag, which is weak: one tag stands for all encodings. */
export function textReply(status: number, text: string, contentType: string, maxAgeSeconds: number): Reply {
  const body = Buffer.from(text);
  const headers: Record<string, string> = {
    'content-type': contentType,
    'cache-control': `public, max-age=${maxAgeSeconds}`,
    vary: 'Accept-Encoding',
  };
  if (status === 200) headers['etag'] = `W/"${createHash('md5').update(body).digest('hex')}"`;
  return { status, headers, body };
}

/** What a client gets of a reply: 304 without a body when it has it already, and gzip when it asks for that. */
export async function negotiate(reply: Reply, request: IncomingHttpHeaders): Promise<Reply> {
  const etag = reply.headers['etag'];
  if (etag !== undefined && hasTag(request['if-none-match'], etag)) {
    const { 'content-type': _, ...headers } = reply.headers;
    return { status: 304, headers, body: Buffer.alloc(0) };
  }
  if (!acceptsGzip(request['accept-encoding'])) return reply;
  return { ...reply, headers: { ...reply.headers, 'content-encoding': 'gzip' }, body: await compress(reply.body) };
}

/** Sends a reply whole. */
export function send(reply: Reply, response: ServerResponse): void {
  writeHead(reply, response);
  response.end(reply.body);
}

/** Writes status and headers, with the full length of the body. */
export function writeHead({ status, headers, body }: Reply, response: ServerResponse): void {
  const length = status === 304 ? {} : { 'content-length': String(body.length) };
  response.writeHead(status, { ...headers, ...length });
}

function hasTag(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = new Set((ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, '')));
  return tags.has('*') || tags.has(etag.replace(/^W\//, ''));
}

function acceptsGzip(acceptEncoding: string | string[] | undefined): boolean {
  const codings = String(acceptEncoding ?? '')
    .toLowerCase()
    .split(',');
  return codings.some((coding) => {
    const [name, ...parameters] = coding.split(';').map((part) => part.trim());
    return (name === 'gzip' || name === '*') && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
