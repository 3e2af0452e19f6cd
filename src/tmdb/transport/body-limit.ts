import type { Readable } from 'node:stream';

/**
 * Reads a body to its end, or to the first byte over the limit: then the stream, and the connection under it, is
 * destroyed and the answer is null. Memory stays at the limit and one chunk, whatever is sent.
 */
export async function readBody(stream: Readable, maxBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop destroys the stream.
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** Whether the header alone tells that the body is over the limit. */
export function announcesTooMuch(contentLength: string | undefined, maxBytes: number): boolean {
  return contentLength !== undefined && Number(contentLength) > maxBytes;
}
