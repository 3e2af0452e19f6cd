import { once } from 'node:events';
import { connect } from 'node:net';

/** How many keys that it held a Redis was asked for so far, as it counts itself. */
export async function redisHits(url) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.end('INFO stats\r\n');
  let text = '';
  socket.setEncoding('utf8').on('data', (part) => (text += part));
  await once(socket, 'close');
  return Number(/keyspace_hits:(\d+)/.exec(text)?.[1]);
}
