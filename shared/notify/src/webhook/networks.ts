import { BlockList, isIP } from 'node:net';

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 4 ? 'ipv4' : 'ipv6');

/** Not the internet: this host, private, shared, link-local, documentation, benchmark, multicast, reserved (RFC 6890). */
const NOT_PUBLIC_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];

/** Of IPv6 only global unicast is public, and of that not what carries IPv4 addresses inside, or is for documents. */
const GLOBAL_V6 = networks(['2000::/3']);
const NOT_PUBLIC = networks([...NOT_PUBLIC_V4, '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']);
const LOOPBACK = networks(['127.0.0.0/8', '::1/128']);

export function isPublic(address: string): boolean {
  if (contains(NOT_PUBLIC, address)) return false;
  return isIP(address) === 4 || contains(GLOBAL_V6, address);
}

export const isLoopback = (address: string): boolean => contains(LOOPBACK, address);

/** A name is in no network. */
export function contains(list: BlockList, address: string): boolean {
  return isIP(address) !== 0 && list.check(address, family(address));
}

/** Networks in CIDR notation as one list. */
export function networks(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address, prefix] = range.split('/') as [string, string];
    list.addSubnet(address, Number(prefix), family(address));
  }
  return list;
}

/** `10.20.0.0/16`. */
export function isNetwork(text: string): boolean {
  const [address = '', prefix = '', ...rest] = text.split('/');
  const bits = isIP(address) === 4 ? 32 : 128;
  return isIP(address) !== 0 && rest.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits;
}
