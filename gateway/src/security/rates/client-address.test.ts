import type { IncomingMessage } from 'node:http';

import { clientAddress } from './client-address';

const from = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

test.each([
  ['the peer', '192.0.2.1', undefined, 0, '192.0.2.1'],
  ['the peer, whatever the header says', '192.0.2.1', '203.0.113.9', 0, '192.0.2.1'],
  ['what one proxy saw', '10.0.0.1', '203.0.113.9', 1, '203.0.113.9'],
  ['what one proxy saw, not what the client wrote', '10.0.0.1', '8.8.8.8, 203.0.113.9', 1, '203.0.113.9'],
  ['what the outer of two proxies saw', '10.0.0.1', '8.8.8.8,203.0.113.9,10.0.0.2', 2, '203.0.113.9'],
  ['the peer where the header is missing', '10.0.0.1', undefined, 1, '10.0.0.1'],
  ['the peer where the header is too short', '10.0.0.1', '203.0.113.9', 2, '10.0.0.1'],
  ['the peer where the header is nonsense', '10.0.0.1', '<script>', 1, '10.0.0.1'],
  ['IPv4 in IPv6', '::ffff:192.0.2.1', undefined, 0, '192.0.2.1'],
  ['the network of an IPv6 address', '2001:db8:0:12::9', undefined, 0, '2001:db8:0:12::/64'],
  ['the same network in full', '2001:0db8:0000:0012:1:2:3:4', undefined, 0, '2001:db8:0:12::/64'],
  ['the loopback', '::1', undefined, 0, '0:0:0:0::/64'],
  ['a scoped address', 'fe80::1%eth0', undefined, 0, 'fe80:0:0:0::/64'],
])('%s', (_, peer, header, proxies, expected) => {
  expect(clientAddress(from(peer, header), proxies)).toBe(expected);
});
