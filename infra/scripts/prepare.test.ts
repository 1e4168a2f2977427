import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

jest.setTimeout(60_000);

const LIBRARY = { integrity: 'sha512-one' };
const OF_ANOTHER_PLATFORM = { integrity: 'sha512-two', optional: true };

let checkout: string;

/** Stands for npm: writes down how it was called and leaves behind what `npm ci` leaves. */
const FAKE_NPM = `
  const { appendFileSync, mkdirSync, writeFileSync, existsSync } = require('node:fs');
  appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
  if (existsSync('npm-fails')) process.exit(7);
  mkdirSync('node_modules', { recursive: true });
  writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/library': ${JSON.stringify(LIBRARY)} } }));
`;

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'hub-prepare-'));
  cpSync(__dirname, join(checkout, 'infra', 'scripts'), { recursive: true });
  writeFileSync(join(checkout, 'npm-cli.js'), FAKE_NPM);
  writeLock({ 'node_modules/library': LIBRARY, 'node_modules/other': OF_ANOTHER_PLATFORM });
});

afterEach(() => rmSync(checkout, { recursive: true, force: true }));

function writeLock(packages: Record<string, object>): void {
  const workspace = { 'node_modules/@hub/core': { resolved: 'shared/core', link: true } };
  writeFileSync(
    join(checkout, 'package-lock.json'),
    JSON.stringify({ packages: { '': {}, ...workspace, ...packages } }),
  );
}

const environment = () => ({ ...process.env, npm_execpath: join(checkout, 'npm-cli.js') });

const program = () => join(checkout, 'infra', 'scripts', 'prepare.mjs');

function prepare(): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [program(), '--no-build'], {
    cwd: checkout,
    encoding: 'utf8',
    env: environment(),
    timeout: 20_000,
  });
}

function npmCalls(): string[] {
  const path = join(checkout, 'npm-calls');
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
}

const markFile = () => join(checkout, 'node_modules', '.hub-install');

describe('prepare', () => {
  it('installs the locked packages, those for development too, on a bare checkout', () => {
    expect(prepare()).toMatchObject({ status: 0, stdout: expect.stringContaining('✔ 依赖已安装') });
    expect(npmCalls()).toEqual(['ci --include=dev']);
  });

  it('installs once, not at every start', () => {
    prepare();
    prepare();
    expect(npmCalls()).toHaveLength(1);
  });

  it('installs again when the lock changed', () => {
    prepare();
    writeLock({ 'node_modules/library': { integrity: 'sha512-newer' } });
    prepare();
    expect(npmCalls()).toHaveLength(2);
  });

  it('installs again under another version of Node', () => {
    prepare();
    writeFileSync(markFile(), readFileSync(markFile(), 'utf8').replace(process.version, 'v1.2.3'));
    prepare();
    expect(npmCalls()).toHaveLength(2);
  });

  it('accepts an install by hand, and marks it', () => {
    spawnSync(process.execPath, ['npm-cli.js', 'ci'], { cwd: checkout });
    expect(prepare().status).toBe(0);
    expect(npmCalls()).toHaveLength(1);
    expect(readFileSync(markFile(), 'utf8')).toContain(process.version);
  });

  it('installs again when an install by hand left a package out', () => {
    writeLock({
      'node_modules/library': LIBRARY,
      'node_modules/for-development': { integrity: 'sha512-three', dev: true },
    });
    spawnSync(process.execPath, ['npm-cli.js', 'ci'], { cwd: checkout });
    prepare();
    expect(npmCalls()).toHaveLength(2);
  });

  it('says in one sentence that the install failed, and ends with code 1', () => {
    writeFileSync(join(checkout, 'npm-fails'), '');
    const { status, stderr } = prepare();
    expect(status).toBe(1);
    expect(stderr).toMatch(/^✘ 依赖没有装上（npm ci：退出码 7）/);
    expect(existsSync(markFile())).toBe(false);
  });

  it('waits for another one at work, and then finds the install done', async () => {
    const both = [1, 2].map(() =>
      spawn(process.execPath, [program(), '--no-build'], { cwd: checkout, env: environment(), stdio: 'ignore' }),
    );
    const codes = await Promise.all(both.map((child) => once(child, 'exit')));
    expect(codes.map(([code]) => code)).toEqual([0, 0]);
    expect(npmCalls()).toHaveLength(1);
  });

  it('does not wait for one that was killed', () => {
    mkdirSync(join(checkout, '.turbo'));
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(join(checkout, '.turbo', 'prepare.lock'), String(pid));
    expect(prepare().status).toBe(0);
  });
});
