import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '@hub/infra/distributed/placement/free-port';
import { DEMO_PASSWORD } from '@hub/infra/seed/organization';

import { createTestDatabase, HubClient, hubShapes, type TestDatabase } from '../support';
import { buildHub, REPOSITORY } from '../support/build-hub';
import { type RedisServer, startRedis } from '../support/redis';

jest.setTimeout(240_000);

const NOWHERE = { HUB_DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/hub', HUB_REDIS_URL: 'redis://127.0.0.1:1' };

let dataDir: string;
let database: TestDatabase;
const started: ChildProcess[] = [];

/** `npm run start:distributed` without npm. */
function start(settings: Record<string, string | undefined>) {
  const child = spawn(process.execPath, ['infra/dist/distributed/main.js'], {
    cwd: REPOSITORY,
    env: { PATH: process.env.PATH, HUB_DATA_DIR: dataDir, HUB_LOG_LEVEL: 'warn', ...settings },
  });
  started.push(child);
  let said = '';
  const listen = (chunk: Buffer): void => {
    said += chunk.toString();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const says = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = () => said.includes(text) && resolve();
      child.stdout.on('data', look);
      child.once('exit', () => reject(new Error(`it ended before it said ${text}:\n${said}`)));
    });
  return { child, ended, says, said: () => said };
}

beforeAll(async () => {
  buildHub();
  dataDir = mkdtempSync(join(tmpdir(), 'hub-start-distributed-'));
  database = await createTestDatabase();
});

afterAll(async () => {
  for (const child of started) if (child.exitCode === null) child.kill('SIGKILL');
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('what must be given is named at once', async () => {
  const hub = start({});
  expect(await hub.ended).toBe(1);
  expect(hub.said()).toMatch(
    /^✘ 环境变量有 2 处错误：\n {2}HUB_DATABASE_URL：请给出.*\n {2}HUB_REDIS_URL：请给出.*\n$/,
  );
});

test.each([{ NODE_ENV: 'production' }, { HUB_HOST: '0.0.0.0' }])(
  'there are no demo accounts under %j',
  async (exposed) => {
    const hub = start({ ...NOWHERE, ...exposed, HUB_SEED: 'demo' });
    expect(await hub.ended).toBe(1);
    expect(hub.said()).toMatch(/HUB_SEED：演示账号/);
  },
);

test('a database that is away is said plainly, without its password', async () => {
  const hub = start({ ...NOWHERE, HUB_PORT: String(await freePort()) });
  expect(await hub.ended).toBe(1);
  expect(hub.said()).toMatch(/^✘ 连不上数据库 127\.0\.0\.1:1（ECONNREFUSED）：请先启动 PostgreSQL，.*\n已停止\n$/);
});

test('a Redis that is away is said plainly', async () => {
  const given = { ...NOWHERE, HUB_DATABASE_URL: database.ownerUrl, HUB_ROLE_PASSWORD: database.rolePassword };
  const hub = start({ ...given, HUB_PORT: String(await freePort()) });
  expect(await hub.ended).toBe(1);
  expect(hub.said()).toMatch(/^✘ 连不上 Redis 127\.0\.0\.1:1：请先启动 Redis.*\n已停止\n$/);
});

const describeDistributed = hubShapes().includes('distributed') ? describe : describe.skip;

describeDistributed('npm run start:distributed', () => {
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await startRedis();
  });

  afterAll(() => redis?.stop());

  test('runs the processes of docker-compose.yml, seeds, and stops them all', async () => {
    const port = await freePort();
    const hub = start({
      HUB_DATABASE_URL: database.ownerUrl,
      HUB_REDIS_URL: redis.url,
      // Roles are the whole server's, and other test files sign in with this one.
      HUB_ROLE_PASSWORD: database.rolePassword,
      HUB_PORT: String(port),
      HUB_SEED: 'demo',
    });
    await hub.says('平台已就绪');
    for (const name of ['organization', 'dispatch', 'reports', 'approvals', 'dues', 'gateway']) {
      expect(hub.said()).toMatch(new RegExp(`✔ ${name} 已就绪`));
    }
    const registrar = await new HubClient(`http://127.0.0.1:${port}`, null).signIn('registrar', DEMO_PASSWORD);
    const { documents } = await registrar.data<{ documents: { totalCount: number } }>('{ documents { totalCount } }');
    expect(documents.totalCount).toBe(2);
    hub.child.kill('SIGINT');
    expect(await hub.ended).toBe(0);
    expect(hub.said()).toMatch(/正在停止…\n已停止\n$/);
    await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow();
  });
});
