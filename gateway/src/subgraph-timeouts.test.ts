import { gatewayEnv } from './gateway.env';
import { callTimeout } from './subgraph-timeouts';

const keys = { HUB_ACCESS_TOKEN_KEY: '0'.repeat(64), HUB_CALLER_KEY: '1'.repeat(64), HUB_SUPERGRAPH: 'any' };
const env = (settings: Record<string, string>) => gatewayEnv({ ...keys, ...settings });

test('single subgraphs may have a timeout of their own', () => {
  const timeouts = (HUB_SUBGRAPH_TIMEOUTS: string) => env({ HUB_SUBGRAPH_TIMEOUTS }).HUB_SUBGRAPH_TIMEOUTS;
  expect([...(timeouts('dues=25000,organization=5000') ?? [])]).toEqual([
    ['dues', 25_000],
    ['organization', 5_000],
  ]);
  expect(() => timeouts('dues=soon')).toThrow(/HUB_SUBGRAPH_TIMEOUTS/);
  expect(() => timeouts('dues=0')).toThrow(/HUB_SUBGRAPH_TIMEOUTS/);
});

test.each([
  [{}, 20_000],
  [{ HUB_LIMIT_OPERATION_MS: '9000' }, 6_000],
  [{ HUB_SUBGRAPH_TIMEOUT_MS: '29999' }, 29_999],
])('a call has less time than its operation: %j', (settings, expected) => {
  expect(callTimeout(env(settings))).toBe(expected);
});

test.each<Record<string, string>>([
  { HUB_SUBGRAPH_TIMEOUT_MS: '30000' },
  { HUB_SUBGRAPH_TIMEOUTS: 'organization=5000,dues=60000' },
  { HUB_SUBGRAPH_TIMEOUT_MS: '5000', HUB_LIMIT_OPERATION_MS: '5000' },
])('as much time as its operation is refused: %j', (settings) => {
  expect(() => env(settings)).toThrow(/HUB_SUBGRAPH_TIMEOUT.*须短于 HUB_LIMIT_OPERATION_MS/);
});
