/** The host of an address as sockets and certificates have it: that of IPv6 without its brackets. */
export function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[(.+)\]$/, '$1');
}
