import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { jsonReply, negotiate, type Reply, send, textReply, writeHead } from '../reply.js';
import { tmdbErrorOfStatus } from '../tmdb-error.js';
import type { Fault } from './fault.js';

const CHUNK = Buffer.alloc(65_536, ' ');
const RUBBISH = '<!doctype html><title>Back soon</title><p>The projector is warming up.';

/** The call that fails, and `truth`, which makes the answer that would have been sent. */
export interface FailingCall {
  headers: IncomingHttpHeaders;
  response: ServerResponse;
  truth: () => Reply;
}

/** Fails a call in the given way. Ends early when the client is gone. */
export async function playFault(fault: Fault, { headers, response, truth }: FailingCall): Promise<void> {
  switch (fault.kind) {
    case 'status':
      return send(statusReply(fault), response);
    case 'delay':
      if (await outlasts(response, fault.ms)) send(await negotiate(truth(), headers), response);
      return;
    case 'hang':
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'cut':
      return cut(await negotiate(untagged(truth()), headers), response);
    case 'half-body':
      return send(await negotiate(halved(untagged(truth())), headers), response);
    case 'rubbish':
      return send(textReply(200, RUBBISH, 'text/html', 0), response);
    case 'wrong-shape':
      return send(jsonReply(200, { unexpected: true }, 0), response);
    case 'huge':
      return stream(fault.bytes, response);
    case 'drip':
      return drip(await negotiate(untagged(truth()), headers), response, fault.ms);
  }
}

function statusReply({ status, body, retryAfterSeconds }: Extract<Fault, { kind: 'status' }>): Reply {
  const reply =
    typeof body === 'string'
      ? textReply(status, body, 'text/plain;charset=utf-8', 0)
      : jsonReply(status, body ?? tmdbErrorOfStatus(status).body, 0);
  if (retryAfterSeconds !== undefined) reply.headers['retry-after'] = String(retryAfterSeconds);
  return reply;
}

function cut(reply: Reply, response: ServerResponse): void {
  writeHead(reply, response);
  response.write(firstHalf(reply.body), () => response.socket?.destroy());
}

/** A reply that no cache can answer for, so that there is a body to break. */
function untagged(reply: Reply): Reply {
  const { etag: _, ...headers } = reply.headers;
  return { ...reply, headers };
}

function halved(reply: Reply): Reply {
  return { ...reply, status: 200, body: firstHalf(reply.body) };
}

function firstHalf(body: Buffer): Buffer {
  return body.subarray(0, Math.floor(body.length / 2));
}

async function stream(bytes: number, response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json;charset=utf-8' });
  await untilGone(pipeline(Readable.from(chunks(bytes)), response), response);
}

function* chunks(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= CHUNK.length) yield CHUNK.subarray(0, Math.min(left, CHUNK.length));
}

async function drip(reply: Reply, response: ServerResponse, ms: number): Promise<void> {
  writeHead(reply, response);
  response.flushHeaders();
  for (const [index] of reply.body.entries()) {
    if (!(await outlasts(response, ms))) return;
    response.write(reply.body.subarray(index, index + 1));
  }
  response.end();
}

/** Waits; false when the client went away meanwhile. */
async function outlasts(response: ServerResponse, ms: number): Promise<boolean> {
  // The client may have left before this wait began, and then no event will end it.
  if (response.destroyed) return false;
  const gone = new AbortController();
  const abort = () => gone.abort();
  response.once('close', abort);
  try {
    await untilGone(sleep(ms, undefined, { signal: gone.signal }), response);
    return !response.destroyed;
  } finally {
    response.off('close', abort);
  }
}

/** A failure is expected, and no news, once the client is gone. */
async function untilGone(work: Promise<unknown>, response: ServerResponse): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!response.destroyed) throw error;
  }
}
