import { connect } from 'node:net';
import { leakIn } from './offence.js';
import type { RawRequest } from './raw-requests.js';

/** After so long without a further byte an answer is taken for whole. */
const quietMs = 150;
/** Without any answer and with the connection open for so long, a request hangs. */
const patienceMs = 2000;

/** Writes a request to a connection of its own, and tells what is wrong with the answer, or null. */
export async function offenceOfRaw(url: string, request: RawRequest): Promise<string | null> {
  const answer = await exchange(url, request);
  if (answer.text !== '' || !answer.isOpen) return judgeRaw(answer.text);
  // A busy machine is late once.
  const again = await exchange(url, request);
  return again.text === '' && again.isOpen ? 'no answer' : judgeRaw(again.text);
}

/** A connection that is closed without a word is an answer, too. */
function judgeRaw(text: string): string | null {
  if (text === '') return null;
  const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
  if (statuses.length === 0) return `no HTTP: ${text.slice(0, 200)}`;
  if (statuses.some((status) => status >= 500)) return text.slice(0, 300);
  if (text.includes('INTERNAL_SERVER_ERROR')) return text.slice(0, 600);
  if (/^x-injected|^set-cookie: injected/im.test(text)) return `injected: ${text.slice(0, 300)}`;
  const leak = leakIn(text);
  return leak === null ? null : `leaks ${JSON.stringify(leak)}: ${text.slice(0, 300)}`;
}

function exchange(
  url: string,
  { bytes, isHalfClosed = false }: RawRequest,
): Promise<{ text: string; isOpen: boolean }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let text = '';
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    const end = (isOpen: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text, isOpen });
    };
    let timer = setTimeout(() => end(true), patienceMs);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      clearTimeout(timer);
      timer = setTimeout(() => end(true), quietMs);
    });
    socket.on('error', () => undefined);
    socket.on('end', () => end(false));
    socket.on('close', () => end(false));
    socket.write(Buffer.from(bytes, 'latin1'));
    if (isHalfClosed) socket.end();
  });
}
