import type { IncomingMessage } from 'node:http';

/** How a request came to the first proxy of ours; `unknown` where no proxy of ours says so. */
export type Protocol = 'https' | 'http' | 'unknown';

/** X-Forwarded-Proto is believed as X-Forwarded-For is: as far as proxies of ours wrote it, of which most replace it. */
export function protocolOf({ headers }: IncomingMessage, trustedProxies: number): Protocol {
  const forwarded = trustedProxies === 0 ? undefined : headers['x-forwarded-proto'];
  if (forwarded === undefined) return 'unknown';
  if (forwarded === 'https') return 'https';
  const said = [forwarded].flat().join(',').split(',');
  const protocol = (said.at(-trustedProxies) ?? said[0])?.trim().toLowerCase();
  return protocol === 'https' || protocol === 'http' ? protocol : 'unknown';
}
