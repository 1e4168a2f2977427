import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { FIRST_QUERY } from './greeting';
import { tryPort } from './port';

jest.setTimeout(180_000);

let root: string;
let port: number;
const started: ChildProcess[] = [];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'hub-main-'));
  chmodSync(root, 0o711);
  port = (await tryPort(0)) ?? 0;
});

afterAll(() => {
  for (const child of started) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

/** `npm start` without npm: on the sources, over a data folder of its own. */
function npmStart(settings: Record<string, string> = {}) {
  const hook = join(__dirname, '..', 'scripts', 'typescript-hook.cjs');
  const child = spawn(process.execPath, ['--require', hook, join(__dirname, 'main.ts')], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      HUB_DATA_DIR: join(root, 'data'),
      HUB_PORT: String(port),
      ...settings,
    },
  });
  started.push(child);
  let said = '';
  const listen = (chunk: Buffer): void => {
    said += chunk.toString();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => {
      if (said.includes('平台已就绪')) resolve();
    });
    child.once('exit', () => reject(new Error(`it ended before it was ready:\n${said}`)));
  });
  ready.catch(() => undefined);
  return { child, ready, ended, said: () => said };
}

interface Asked {
  readonly data?: { readonly login?: { readonly accessToken?: string } };
}

async function ask(query: string, accessToken?: string): Promise<Asked> {
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(accessToken ? { authorization: `Bearer ${accessToken}` } : {}),
    },
    body: JSON.stringify({ query }),
  });
  return (await answer.json()) as Asked;
}

describe('npm start', () => {
  it('says step by step what it does, and answers the query it proposes', async () => {
    const hub = npmStart();
    await hub.ready;
    expect(hub.said()).toMatch(/✔ 数据库已启动 \([\d.]+ 秒\).*✔ 数据库结构已更新.*✔ 网关已启动.*演示账号/s);
    const { data } = await ask(FIRST_QUERY);
    expect(data?.login?.accessToken).toMatch(/^ey/);
    // A newcomer finds something of each kind.
    const filled = `{ documents { totalCount } reportTemplates { totalCount } reportPublications { totalCount }
      reportTasks { nodes { title } totalCount } reports(box: HANDED_IN) { totalCount }
      reportPlans { nodes { name state } totalCount } }`;
    expect((await ask(filled, data?.login?.accessToken)).data).toEqual({
      documents: { totalCount: 2 },
      reportTemplates: { totalCount: 9 },
      reportPublications: { totalCount: 1 },
      reportTasks: { nodes: [{ title: expect.stringMatching(/^\d{4}-\d\d 党建工作月报$/) }], totalCount: 1 },
      reports: { totalCount: 3 },
      reportPlans: { nodes: [{ name: '党建工作月报', state: 'ACTIVE' }], totalCount: 1 },
    });
    hub.child.kill('SIGINT');
    expect(await hub.ended).toBe(0);
    expect(hub.said()).toMatch(/正在停止…\n已停止\n$/);
  });

  it('recovers when it was killed, and keeps what it had', async () => {
    const killed = npmStart();
    await killed.ready;
    killed.child.kill('SIGKILL');
    await killed.ended;
    const again = npmStart({ HUB_SEED: 'none' });
    await again.ready;
    expect((await ask(FIRST_QUERY)).data?.login?.accessToken).toMatch(/^ey/);
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  });

  it('stops cleanly while it is still starting', async () => {
    const hub = npmStart({ HUB_DATA_DIR: join(root, 'early') });
    await once(hub.child.stdout, 'data');
    hub.child.kill('SIGINT');
    expect(await hub.ended).toBe(0);
  });

  it('says which port is in use and how to take another, before anything slow', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const taken = typeof address === 'object' ? address?.port : undefined;
    const hub = npmStart({ HUB_PORT: String(taken) });
    expect(await hub.ended).toBe(1);
    expect(hub.said()).toContain(`端口 ${taken} 已被占用`);
    expect(hub.said()).toContain(`HUB_PORT=${Number(taken) + 1} npm start`);
    expect(hub.said()).not.toContain('✔');
    other.close();
  });

  it('says what is wrong with its settings, and ends with code 1', async () => {
    const hub = npmStart({ HUB_PORT: '0', HUB_REDIS_URL: 'nowhere' });
    expect(await hub.ended).toBe(1);
    expect(hub.said()).toMatch(/^✘ 环境变量有 2 处错误/);
  });
});
