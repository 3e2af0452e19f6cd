import { once } from 'node:events';
import { connect } from 'node:net';

/** How many commands a Redis has run so far, as it counts itself. */
export async function redisCommands(url) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.end('INFO stats\r\n');
  let text = '';
  socket.setEncoding('utf8').on('data', (part) => (text += part));
  await once(socket, 'close');
  return Number(/total_commands_processed:(\d+)/.exec(text)?.[1]);
}
