import type { LookupAddress } from 'node:dns';

import { WebhookGuard, type WebhookRules } from './webhook-guard';

const RULES: WebhookRules = {
  hosts: ['hooks.example.cn', 'intranet.example.cn:8443', '10.20.0.9', '[2409:8c00::1]'],
  networks: ['10.20.0.0/16'],
  allowLoopback: false,
};

const guardOf = (rules: Partial<WebhookRules> = {}, ...answers: string[][]) => {
  const asked: string[] = [];
  const resolveName = async (host: string): Promise<LookupAddress[]> => {
    const addresses = answers[asked.length] ?? [];
    asked.push(host);
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  return { guard: new WebhookGuard({ ...RULES, ...rules }, resolveName), asked };
};

const judged = (address: string, rules: Partial<WebhookRules> = {}) => {
  const url = guardOf(rules).guard.judge(address);
  return typeof url === 'string' ? url : 'ALLOWED';
};

describe('an address of a webhook', () => {
  it.each([
    ['https://hooks.example.cn/a?b=c#d', 'ALLOWED'],
    ['https://HOOKS.example.cn:443/', 'ALLOWED'],
    ['https://intranet.example.cn:8443/', 'ALLOWED'],
    ['https://[2409:8c00::1]/', 'ALLOWED'],
    ['https://hooks.example.cn:8443/', 'HOST_NOT_ALLOWED'],
    ['https://intranet.example.cn/', 'HOST_NOT_ALLOWED'],
    ['https://evil.example.cn/', 'HOST_NOT_ALLOWED'],
    ['https://hooks.example.cn.evil.cn/', 'HOST_NOT_ALLOWED'],
    ['https://hooks.example.cn./', 'HOST_NOT_ALLOWED'],
    ['https://evil.cn/?hooks.example.cn', 'HOST_NOT_ALLOWED'],
    ['https://127.0.0.1/', 'HOST_NOT_ALLOWED'],
    ['http://hooks.example.cn/', 'ADDRESS_INVALID'],
    ['ftp://hooks.example.cn/', 'ADDRESS_INVALID'],
    ['file:///etc/passwd', 'ADDRESS_INVALID'],
    ['https://me:secret@hooks.example.cn/', 'ADDRESS_INVALID'],
    ['https://hooks.example.cn@evil.cn/', 'ADDRESS_INVALID'],
    ['https://hooks.example.cn/\r\nHost: evil.cn', 'ADDRESS_INVALID'],
    ['https://hooks\n.example.cn/', 'ADDRESS_INVALID'],
    [' https://hooks.example.cn/', 'ADDRESS_INVALID'],
    [`https://hooks.example.cn/${'a'.repeat(1_000)}`, 'ADDRESS_INVALID'],
    ['hooks.example.cn', 'ADDRESS_INVALID'],
    ['', 'ADDRESS_INVALID'],
  ])('%j: %s', (address, verdict) => {
    expect(judged(address)).toBe(verdict);
  });

  it.each([
    ['http://127.0.0.1:9000/', 'ALLOWED'],
    ['http://[::1]:9000/', 'ALLOWED'],
    ['https://localhost:9000/', 'ALLOWED'],
    ['ftp://127.0.0.1/', 'ADDRESS_INVALID'],
    ['http://127.0.0.1.evil.cn/', 'ADDRESS_INVALID'],
    ['http://hooks.example.cn/', 'ADDRESS_INVALID'],
  ])('where this machine is allowed, %j: %s', (address, verdict) => {
    expect(judged(address, { allowLoopback: true })).toBe(verdict);
  });
});

describe('the name of a webhook', () => {
  const URL_OF_HOOK = new URL('https://hooks.example.cn/');
  const resolved = (addresses: string[], rules?: Partial<WebhookRules>) =>
    guardOf(rules, addresses).guard.resolve(URL_OF_HOOK);

  it.each([['8.8.8.8'], ['2409:8c00::1'], ['10.20.7.7'], ['8.8.8.8', '2409:8c00::1', '10.20.7.7']])(
    'may lead to %s',
    async (...addresses) => {
      expect(await resolved(addresses)).toHaveLength(addresses.length);
    },
  );

  it.each([
    '10.21.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '127.0.0.1',
    '127.8.8.8',
    '0.0.0.0',
    '100.64.0.1',
    '169.254.169.254',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'ff02::1',
    '::ffff:10.21.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a14:1',
    '2002:a14:1::1',
    '2001:db8::1',
    '2001:0:a14::1',
  ])('may not lead to %s, alone or beside another', async (address) => {
    expect(await resolved([address])).toBe('NETWORK_NOT_ALLOWED');
    expect(await resolved(['8.8.8.8', address])).toBe('NETWORK_NOT_ALLOWED');
  });

  it('leads to this machine only where that is allowed', async () => {
    expect(await resolved(['127.0.0.1'], { allowLoopback: true })).toHaveLength(1);
    expect(await resolved(['127.0.0.1'], { networks: ['127.0.0.0/8'] })).toBe('NETWORK_NOT_ALLOWED');
  });

  it('is looked at also when it is an address', async () => {
    const { guard, asked } = guardOf();
    expect(await guard.resolve(new URL('https://10.20.0.9/'))).toEqual([{ address: '10.20.0.9', family: 4 }]);
    expect(await guard.resolve(new URL('https://192.168.0.1/'))).toBe('NETWORK_NOT_ALLOWED');
    expect(await guard.resolve(new URL('https://2130706433/'))).toBe('NETWORK_NOT_ALLOWED');
    expect(await guard.resolve(new URL('https://[::1]/'))).toBe('NETWORK_NOT_ALLOWED');
    expect(asked).toEqual([]);
  });

  it('is unknown when the resolver knows nothing, or fails', async () => {
    expect(await resolved([])).toBe('HOST_UNKNOWN');
    const broken = new WebhookGuard(RULES, () => Promise.reject(new Error('SERVFAIL')));
    expect(await broken.resolve(URL_OF_HOOK)).toBe('HOST_UNKNOWN');
  });
});
