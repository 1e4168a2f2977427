// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of compose files are what is tested here

import { durationMs } from './duration';
import { interpolate } from './interpolate';
import { parseCompose } from './parse-compose';

const values = { SET: 'v', EMPTY: '' };

test.each([
  ['a $SET ${SET} $$SET', 'a v v $SET'],
  ['${EMPTY:-word}|${EMPTY-word}|${NONE-a b}|${NONE:-}', 'word||a b|'],
  ['${SET:+word}|${EMPTY:+word}|${EMPTY+word}|${NONE+word}', 'word||word|'],
  ['postgres://a:${SET:?}@postgres:5432/hub', 'postgres://a:v@postgres:5432/hub'],
  ['$NONE${NONE}', ''],
])('%s is filled in', (template, text) => {
  expect(interpolate(template, values)).toEqual({ text, missing: [] });
});

test('what must be there is missed, empty or absent', () => {
  expect(interpolate('${EMPTY:?said} ${NONE?} ${EMPTY?}', values).missing).toEqual(['EMPTY', 'NONE']);
});

test.each([
  ['5s', 5000],
  ['1m30s', 90_000],
  ['250ms', 250],
  ['2h', 7_200_000],
  ['5', null],
  ['s', null],
])('a duration of %s', (text, ms) => {
  expect(durationMs(text)).toBe(ms);
});

const FILE = `
x-process: &process
  image: hub
  build: { context: . }
  restart: unless-stopped
  stop_grace_period: 35s
x-keys: &keys
  KEY: \${KEY:?}
services:
  redis: { image: redis }
  api:
    <<: *process
    command: [node, api.js]
    environment: { <<: *keys, PORT: 4001, EXTRA: "\${EXTRA:-none}" }
    depends_on: { redis: { condition: service_healthy } }
    volumes: ["files:/var/files"]
    ports: ["\${PORT:-80}:4001"]
    healthcheck: { test: [CMD, node, -e, "1"], interval: 5s, timeout: 4s, retries: 6, start_period: 20s }
`;

describe('a compose file', () => {
  it('is read with its anchors, merges, variables and durations', () => {
    const [redis, api] = parseCompose(FILE, { KEY: 'k' });
    expect(redis).toMatchObject({ name: 'redis', isBuilt: false, restart: 'no', stopGraceMs: 10_000 });
    expect(api).toEqual({
      name: 'api',
      isBuilt: true,
      command: ['node', 'api.js'],
      environment: { KEY: 'k', PORT: '4001', EXTRA: 'none' },
      dependsOn: new Map([['redis', 'service_healthy']]),
      volumes: [{ name: 'files', mount: '/var/files' }],
      ports: [{ published: 80, target: 4001 }],
      healthcheck: {
        command: ['node', '-e', '1'],
        intervalMs: 5000,
        timeoutMs: 4000,
        retries: 6,
        startPeriodMs: 20_000,
      },
      restart: 'unless-stopped',
      stopSignal: 'SIGTERM',
      stopGraceMs: 35_000,
    });
  });

  it('names every variable that must be there at once', () => {
    const file = 'services: { api: { build: {}, environment: { A: "${A:?}", B: "${B:?}" }, command: ["${A:?}"] } }';
    expect(() => parseCompose(file, {})).toThrow(/没有给出：A、B$/);
  });

  it.each([
    ['no YAML', 'services: ['],
    ['no services', 'name: hub'],
    ['a restart nobody knows', 'services: { api: { restart: sometimes } }'],
    ['a check run by a shell', 'services: { api: { healthcheck: { test: [CMD-SHELL, "true"] } } }'],
  ])('with %s is told to be wrong', (_, file) => {
    expect(() => parseCompose(file, {})).toThrow(/docker-compose.yml 有误/);
  });
});
