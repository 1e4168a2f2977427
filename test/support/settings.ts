import type { SubgraphSettings } from '@hub/graphql';

const key = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);

/**
 * What every hub and world of a test is told. The keys are the same in all, so that one may go on with the database
 * that another has left; none of them is anybody's.
 */
export const TEST_SETTINGS: Omit<SubgraphSettings, 'auditDir'> = {
  accessTokenKey: key(1),
  auditKey: key(2),
  dataKeys: { versions: new Map([[1, key(3)]]), search: key(4) },
  // People of suites sign in with their password; the suites of the second factor ask for it.
  secondFactor: 'optional',
  // Every channel is on, and nobody listens: what suites send they receive at addresses of their own.
  outside: {
    email: { url: 'smtp://127.0.0.1:9', from: 'hub@gw.example.cn' },
    webhooks: {
      hosts: ['hook.example.com', 'qyapi.weixin.qq.com', 'oapi.dingtalk.com'],
      networks: [],
      allowLoopback: true,
    },
    timeoutMs: 10_000,
  },
};

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The same as the environment of processes says it. */
export const TEST_KEYS: Readonly<Record<string, string>> = {
  HUB_ACCESS_TOKEN_KEY: hex(TEST_SETTINGS.accessTokenKey),
  HUB_CALLER_KEY: hex(key(5)),
  HUB_AUDIT_KEY: hex(TEST_SETTINGS.auditKey),
  HUB_DATA_KEYS: [...TEST_SETTINGS.dataKeys.versions].map(([version, bytes]) => `${version}:${hex(bytes)}`).join(','),
  HUB_SEARCH_KEY: hex(TEST_SETTINGS.dataKeys.search),
  HUB_SECOND_FACTOR: TEST_SETTINGS.secondFactor,
  HUB_SMTP_URL: TEST_SETTINGS.outside.email?.url ?? '',
  HUB_MAIL_FROM: TEST_SETTINGS.outside.email?.from ?? '',
  HUB_WEBHOOK_HOSTS: TEST_SETTINGS.outside.webhooks?.hosts.join(',') ?? '',
  HUB_WEBHOOK_ALLOW_LOOPBACK: String(TEST_SETTINGS.outside.webhooks?.allowLoopback),
};
