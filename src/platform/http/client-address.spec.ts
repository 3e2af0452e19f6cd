import { describe, expect, test } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { clientAddressOf } from './client-address.js';

function addressOf(remoteAddress: string | undefined, forwarded?: string | string[], proxies = 1): string {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return clientAddressOf({ headers, socket: { remoteAddress } } as unknown as IncomingMessage, proxies);
}

describe('clientAddressOf', () => {
  test('believes nobody where there is no proxy', () => {
    expect(addressOf('192.0.2.1', '198.51.100.7', 0)).toBe('192.0.2.1');
  });

  test.each([
    [1, '203.0.113.3'],
    [2, '203.0.113.2'],
    [3, '203.0.113.1'],
  ])('takes what the last of %i proxies was called from', (proxies, expected) => {
    expect(addressOf('10.0.0.1', '6.6.6.6, 203.0.113.1, 203.0.113.2,203.0.113.3', proxies)).toBe(expected);
  });

  test('reads headers that come apart as one', () => {
    expect(addressOf('10.0.0.1', ['6.6.6.6', '203.0.113.1'])).toBe('203.0.113.1');
  });

  test.each(['', 'unknown', '999.1.1.1', 'evil.example', '::g', undefined])(
    'takes the address of the connection where the header says %j',
    (forwarded) => {
      expect(addressOf('192.0.2.1', forwarded)).toBe('192.0.2.1');
    },
  );

  test('takes it too where the header is shorter than the row of proxies', () => {
    expect(addressOf('192.0.2.1', '203.0.113.1', 2)).toBe('192.0.2.1');
  });

  test.each([
    ['203.0.113.1:4711', '203.0.113.1'],
    ['[2001:db8:1:2:3:4:5:6]:4711', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::1]', '2001:db8:1:2::/64'],
  ])('leaves the port of %s away', (forwarded, expected) => {
    expect(addressOf('10.0.0.1', forwarded)).toBe(expected);
  });

  test.each(['2001:db8:1:2:3:4:5:6', '2001:0DB8:0001:0002::9', '2001:db8:1:2:ffff::', '2001:db8:1:2::1%eth0'])(
    'counts %s as its network',
    (address) => {
      expect(addressOf(address)).toBe('2001:db8:1:2::/64');
    },
  );

  test.each(['::ffff:192.0.2.1', '::ffff:c000:201', '0:0:0:0:0:FFFF:192.0.2.1'])('counts %s as IPv4', (address) => {
    expect(addressOf(address)).toBe('192.0.2.1');
  });

  test('knows no address of a connection that is gone', () => {
    expect(addressOf(undefined)).toBe('unknown');
  });
});
