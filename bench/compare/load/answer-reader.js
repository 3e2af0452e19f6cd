const headEnd = Buffer.from('\r\n\r\n');
const lastChunk = Buffer.from('\r\n0\r\n\r\n');
const longestHead = 16_384;

/**
 * Finds where an HTTP/1.1 answer ends, with as little work as can be. For one request at a time on a connection: all
 * that comes belongs to the answer that is awaited.
 */
export class AnswerReader {
  #onAnswer;
  #head = null;
  #tail = null;

  /** `onAnswer(status, bodyBytes)`; chunked bodies count with their framing. */
  constructor(onAnswer) {
    this.#onAnswer = onAnswer;
  }

  push(chunk) {
    const held = this.#head;
    if (held === null) this.#readHead(this.#tail === null ? chunk : Buffer.concat([this.#tail, chunk]));
    else this.#readBody(held, chunk);
  }

  #readHead(bytes) {
    const end = bytes.indexOf(headEnd);
    if (end === -1) {
      if (bytes.length > longestHead) throw new Error('The answer has no end of its head.');
      this.#tail = bytes;
      return;
    }
    const text = bytes.latin1Slice(0, end);
    const status = Number(text.slice(9, 12));
    const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1];
    const expected = status === 304 || status === 204 ? 0 : length === undefined ? null : Number(length);
    this.#tail = null;
    this.#head = { status, expected, received: 0, last: Buffer.alloc(0) };
    this.#readBody(this.#head, bytes.subarray(end + headEnd.length));
  }

  #readBody(head, bytes) {
    head.received += bytes.length;
    if (head.expected === null) {
      head.last = Buffer.concat([head.last, bytes]).subarray(-lastChunk.length);
      if (!head.last.equals(lastChunk)) return;
    } else if (head.received < head.expected) return;
    this.#head = null;
    this.#onAnswer(head.status, head.received);
  }
}
