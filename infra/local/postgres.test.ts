import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';

import { createTestCluster, type PostgresServer, runningPostgres, startPostgres } from './postgres';
import { readPostmasterFile } from './postgres/processes';
import { chooseServerUser, isRoot, runAs } from './postgres/server-user';

jest.setTimeout(120_000);

let root: string;
const running: PostgresServer[] = [];
const children: ChildProcess[] = [];
const said: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(root, 'case-'));
  chmodSync(folder, 0o711);
  return join(folder, 'postgres');
}

async function start(dataDir: string): Promise<PostgresServer> {
  const server = await startPostgres({ dataDir, stateDir: join(root, 'state'), log: (line) => said.push(line) });
  running.push(server);
  return server;
}

/** Starts the cluster from another process, which the test may kill. */
async function startElsewhere(dataDir: string): Promise<{ url: string; parent: ChildProcess; postmaster: number }> {
  const hook = join(__dirname, '..', 'scripts', 'typescript-hook.cjs');
  const program = join(__dirname, 'postgres', 'launch.fixture.ts');
  const parent = spawn(process.execPath, ['--require', hook, program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(parent);
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const postmaster = readPostmasterFile(join(dataDir, 'cluster'))?.pid ?? 0;
  return { url: String(line).trim(), parent, postmaster };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const remember = (url: string) => query(url, "create table kept as select '焦直文〔2020〕140号' as number");
const recall = (url: string) => query(url, 'select number from kept');
const remembered = [{ number: '焦直文〔2020〕140号' }];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'hub-launcher-'));
  chmodSync(root, 0o711);
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the embedded Postgres', () => {
  it('speaks UTF-8, counts in UTC and lets nobody in without the password', async () => {
    const { url } = await start(newFolder());
    const [settings] = await query(
      url,
      `select current_setting('server_encoding') as encoding, current_setting('timezone') as zone,
              current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync,
              (select datlocprovider::text || datlocale from pg_database where datname = 'postgres') as locale`,
    );
    expect(settings).toEqual({
      encoding: 'UTF8',
      zone: 'UTC',
      addresses: '127.0.0.1',
      fsync: 'on',
      locale: 'bC.UTF-8',
    });
    const withoutPassword = new URL(url);
    withoutPassword.password = 'wrong';
    await expect(query(withoutPassword.toString(), 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('keeps its data, its password and its port at a second start', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await remember(first.url);
    await first.stop();
    const second = await start(folder);
    expect(second.url).toBe(first.url);
    expect(await recall(second.url)).toEqual(remembered);
  });

  it('recovers what was committed after everything was killed at once', async () => {
    const folder = newFolder();
    const { url, parent, postmaster } = await startElsewhere(folder);
    await remember(url);
    process.kill(postmaster, 'SIGKILL');
    await kill(parent);
    const again = await start(folder);
    expect(await recall(again.url)).toEqual(remembered);
  });

  it('stops the server that a killed parent left behind, and keeps its data', async () => {
    const folder = newFolder();
    const { url, parent, postmaster } = await startElsewhere(folder);
    await remember(url);
    await kill(parent);
    const again = await start(folder);
    expect(said.at(-1)).toBe('已停止上次遗留的数据库进程');
    expect(readPostmasterFile(join(folder, 'cluster'))?.pid).not.toBe(postmaster);
    expect(await recall(again.url)).toEqual(remembered);
  });

  it('starts although another program has the pid of the server that crashed', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await remember(first.url);
    const pidFile = join(folder, 'cluster', 'postmaster.pid');
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    await first.stop();
    const stranger = spawn('sleep', ['60'], runAs(chooseServerUser(join(folder, 'cluster'))));
    children.push(stranger);
    writeFileSync(pidFile, [stranger.pid, ...lines.slice(1)].join('\n'));
    const again = await start(folder);
    expect(await recall(again.url)).toEqual(remembered);
    expect(stranger.exitCode).toBeNull();
  });

  it('refuses a folder that a live process runs, and leaves that server alone', async () => {
    const folder = newFolder();
    const { url } = await start(folder);
    await expect(start(folder)).rejects.toMatchObject({ reason: 'DATA_IN_USE', details: { pid: process.pid } });
    expect(await query(url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  it('takes another port when the remembered one was given away', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await first.stop();
    const thief = createServer().listen(first.port, '127.0.0.1');
    await once(thief, 'listening');
    try {
      const second = await start(folder);
      expect(second.port).not.toBe(first.port);
    } finally {
      thief.close();
    }
  });

  it('begins again where an initialisation was killed half-way', async () => {
    const folder = newFolder();
    const unfinished = join(folder, 'cluster.unfinished');
    mkdirSync(unfinished, { recursive: true });
    writeFileSync(join(unfinished, 'PG_VERSION'), '18\n');
    writeFileSync(join(folder, 'superuser-password'), 'never used');
    const { url } = await start(folder);
    expect(await query(url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  it('refuses data of another major version', async () => {
    const folder = newFolder();
    await (await start(folder)).stop();
    writeFileSync(join(folder, 'cluster', 'PG_VERSION'), '17\n');
    await expect(start(folder)).rejects.toMatchObject({
      reason: 'DATA_OF_ANOTHER_VERSION',
      details: { found: '17', expected: '18' },
    });
  });

  it('never runs as root, and closes its data to others', async () => {
    const folder = newFolder();
    await start(folder);
    const cluster = statSync(join(folder, 'cluster'));
    expect(cluster.uid).not.toBe(0);
    expect(cluster.mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'superuser-password')).mode & 0o777).toBe(0o600);
  });

  it('works in a folder that the account of the server cannot enter', async () => {
    const home = join(newFolder(), 'private');
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const folder = join(home, 'data');
    const first = await start(folder);
    await remember(first.url);
    await first.stop();
    const second = await start(folder);
    expect(await recall(second.url)).toEqual(remembered);
    if (isRoot()) expect(readFileSync(join(folder, 'location'), 'utf8')).toContain(join(root, 'state', 'data'));
  });
});

describe('a test cluster', () => {
  it('is gone without a trace when it stops', async () => {
    const { url, stop } = await createTestCluster();
    const [row] = await query(
      url,
      "select current_setting('data_directory') as folder, current_setting('fsync') as fsync",
    );
    expect(row).toMatchObject({ fsync: 'off' });
    await stop();
    expect(statSync(String(row?.folder), { throwIfNoEntry: false })).toBeUndefined();
  });

  it('removes what a run left that is gone, and leaves alone what another is about to start', async () => {
    const madeBy = (pid: number) => mkdtempSync(join(tmpdir(), `party-work-hub-test-${pid}-`));
    const [alive, gone] = [spawn('sleep', ['600']), spawn('true')];
    children.push(alive);
    await once(gone, 'exit');
    const [made, left] = [madeBy(alive.pid ?? 0), madeBy(gone.pid ?? 0)];
    const { stop } = await createTestCluster();
    await stop();
    expect([made, left].map((folder) => existsSync(folder))).toEqual([true, false]);
    rmSync(made, { recursive: true });
  });
});

test('a program beside the hub finds the server that another process runs, and none when nobody does', async () => {
  const dataDir = newFolder();
  const stateDir = join(root, 'state');
  expect(runningPostgres({ dataDir, stateDir })).toBeNull();
  const { url, parent } = await startElsewhere(dataDir);
  expect(runningPostgres({ dataDir, stateDir })).toBe(url);
  await kill(parent);
  expect(runningPostgres({ dataDir, stateDir })).toBeNull();
});
