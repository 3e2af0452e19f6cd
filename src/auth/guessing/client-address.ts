import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * The address of whoever sent a request, for counting. X-Forwarded-For is believed as far as proxies of ours wrote it:
 * each adds the address it was called from at the end. Of IPv6 only the network (/64) counts, which is what one
 * subscriber has.
 */
export function clientAddressOf(request: IncomingMessage, trustedProxies: number): string {
  const forwarded = request.headers['x-forwarded-for'];
  const said = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? ''))
    .split(',')
    .map((part) => part.trim());
  const address = trustedProxies === 0 ? undefined : said.at(-trustedProxies);
  return normalised(
    address !== undefined && isIP(address) !== 0 ? address : (request.socket.remoteAddress ?? 'unknown'),
  );
}

function normalised(address: string): string {
  const plain = address
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '');
  return isIP(plain) === 6 ? networkOf(plain) : plain;
}

/** The first four groups, written out. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  return `${[...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
