import { LRUCache } from 'lru-cache';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * The address of whoever sent a request, for counting. X-Forwarded-For is believed as far as proxies of ours wrote it:
 * each adds the address it was called from at the end. Of IPv6 only the network (/64) counts, which is what one
 * subscriber has.
 */
export function clientAddressOf(request: IncomingMessage, trustedProxies: number): string {
  const said = trustedProxies === 0 ? '' : forwardedTo(request, trustedProxies);
  return countedAs(said) ?? countedAs(request.socket.remoteAddress ?? '') ?? 'unknown';
}

function forwardedTo({ headers }: IncomingMessage, trustedProxies: number): string {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  return forwarded.at(-trustedProxies)?.trim() ?? '';
}

const known = new LRUCache<string, { readonly counted: string | null }>({ max: 5000 });

/** No address is longer, with a zone and a port. */
const longestAddress = 100;

function countedAs(text: string): string | null {
  if (text === '' || text.length > longestAddress) return null;
  const found = known.get(text) ?? { counted: readAddress(text) };
  known.set(text, found);
  return found.counted;
}

/** Null for what is no address. Some proxies write a port behind it. */
function readAddress(text: string): string | null {
  const address = /^(?<v4>[\d.]+):\d+$|^\[(?<v6>[^\]]+)\](:\d+)?$/.exec(text)?.groups;
  const plain = (address?.['v4'] ?? address?.['v6'] ?? text).replace(/%.*$/, '');
  if (isIP(plain) !== 6) return isIP(plain) === 4 ? plain : null;
  const groups = groupsOf(plain);
  const [high = 0, low = 0] = groups.slice(6);
  // IPv4 in the clothes of IPv6, as sockets of both kinds have it.
  if (groups.slice(0, 6).join() === '0,0,0,0,0,65535') return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  const network = groups.slice(0, 4).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  // URLs write all of them in one form: in hexadecimal, the longest row of zeros left out.
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before = [], after = []] = written.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].map((group) => Number.parseInt(group, 16));
}
