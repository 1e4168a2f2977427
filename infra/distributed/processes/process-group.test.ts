import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { ProcessPlan } from '../placement/process-plan';
import { ProcessGroup } from './process-group';

const PATIENCE = 10;

let said: string[];
let group: ProcessGroup;
let announced: (pattern: RegExp) => Promise<void>;

/** A group of small programs; each says its own name in front. */
function open(...plans: ProcessPlan[]): ProcessGroup {
  const waiting: { pattern: RegExp; resolve: () => void }[] = [];
  const write = (line: string) => {
    said.push(line);
    for (const { pattern, resolve } of waiting) if (pattern.test(line)) resolve();
  };
  announced = (pattern) =>
    said.some((line) => pattern.test(line))
      ? Promise.resolve()
      : new Promise((resolve) => waiting.push({ pattern, resolve }));
  group = new ProcessGroup(plans, {
    cwd: __dirname,
    patience: PATIENCE,
    outputOf: (name) => (line) => write(`${name}: ${line}`),
    announce: write,
  });
  return group;
}

const SERVE = `
  process.on('SIGTERM', () => { console.log('down'); process.exit(0); });
  console.log('up');
  setInterval(() => {}, 1000);
`;

/** Takes its time to end, so that whoever does not wait for it ends first. */
const LINGER = SERVE.replace(
  "console.log('down'); process.exit(0);",
  "setTimeout(() => { console.log('down'); process.exit(0); }, 200);",
);

/** Ends by the signal itself. */
const SLEEP = "console.log('up'); setInterval(() => {}, 1000)";

function plan(name: string, program: string, more: Partial<ProcessPlan> = {}): ProcessPlan {
  return {
    name,
    args: ['-e', program],
    environment: {},
    dependsOn: new Map(),
    healthcheck: null,
    restart: 'unless-stopped',
    stopSignal: 'SIGTERM',
    stopGraceMs: 20_000,
    ports: new Map(),
    ...more,
  };
}

const check = (program: string): ProcessPlan['healthcheck'] => ({
  command: ['node', '-e', program],
  port: null,
  intervalMs: 10,
  timeoutMs: 10_000,
  retries: 2,
  startPeriodMs: 0,
});

beforeEach(() => {
  said = [];
});

afterEach(() => group?.stop());

test('each starts when what it waits for is there, and stops when nobody stands on it', async () => {
  open(
    plan('gateway', LINGER, { dependsOn: new Map([['api', 'service_healthy']]) }),
    plan('api', SERVE, {
      dependsOn: new Map([['migrate', 'service_completed_successfully']]),
      healthcheck: check('process.exit(0)'),
    }),
    plan('migrate', "setTimeout(() => console.log('migrated'), 50)", { restart: 'no' }),
  );
  expect(await group.start()).toBe(true);
  await announced(/gateway: up/);
  await group.stop();
  const order = said.filter((line) => /^\w+: /.test(line));
  expect(order).toEqual(['migrate: migrated', 'api: up', 'gateway: up', 'gateway: down', 'api: down']);
});

test('one that ends by itself is started again, until the group stops', async () => {
  open(plan('worker', SERVE));
  await group.start();
  await announced(/worker: up/);
  const first = group.process('worker').pid;
  said = [];
  group.process('worker').signal('SIGKILL');
  await announced(/worker 意外结束（SIGKILL），0\.1 秒后重新启动/);
  await announced(/worker: up/);
  expect(group.process('worker').pid).not.toBe(first);
  await group.stop();
  expect(said.at(-1)).toBe('worker: down');
});

test('the start fails with the name of what others wait for in vain', async () => {
  open(
    plan('migrate', 'process.exit(3)', { restart: 'no' }),
    plan('api', SERVE, { dependsOn: new Map([['migrate', 'service_completed_successfully']]) }),
  );
  await expect(group.start()).rejects.toMatchObject({
    reason: 'PROCESS_FAILED',
    details: { name: 'migrate', ending: '退出码 3' },
  });
  expect(said).toEqual([]);
});

test('one that never passes its check is unhealthy after as many failures as it may have', async () => {
  open(plan('api', SERVE, { healthcheck: check('process.exit(1)') }));
  await expect(group.start()).rejects.toMatchObject({ reason: 'PROCESS_UNHEALTHY', details: { name: 'api' } });
});

test('a stop while it starts is no failure', async () => {
  open(
    plan('migrate', SLEEP, { restart: 'no' }),
    plan('api', SERVE, { dependsOn: new Map([['migrate', 'service_completed_successfully']]) }),
  );
  const starting = group.start();
  await announced(/migrate: up/);
  await group.stop();
  expect(await starting).toBe(false);
  expect(said).not.toContain('api: up');
});

test('one that does not end in its grace period is ended', async () => {
  const stubborn = "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)";
  open(plan('api', stubborn, { stopGraceMs: 50 }));
  await group.start();
  await announced(/api: up/);
  await group.stop();
  expect(said.at(-1)).toBe('✘ api 没有按时停止，已强行结束');
});

test('services that wait for each other are named', () => {
  const wait = (other: string) => ({ dependsOn: new Map([[other, 'service_started' as const]]) });
  expect(() => open(plan('a', SERVE, wait('b')), plan('b', SERVE, wait('a')))).toThrow(/互相等待：a → b → a/);
});

test('a process ends in order when its launcher is gone', async () => {
  const child = spawn(process.execPath, ['--require', join(__dirname, 'lifeline.cjs'), '-e', SERVE], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  const ended = once(child, 'exit');
  child.disconnect();
  expect(await ended).toEqual([0, null]);
});
