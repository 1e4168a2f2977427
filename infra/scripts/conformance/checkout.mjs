import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { npmCommand } from '../prepare/install.mjs';
import { StepFailure, step } from '../steps.mjs';

const PACKAGE = '@graphql-hive/federation-gateway-audit';
/** The audit's subgraphs use what Node 20 does not have. */
const NODE_MAJOR = 22;

/** The checkout, a folder in which its subgraph server can run, and a Node that can run it. */
export async function openCheckout(path) {
  const checkout = resolve(path);
  const manifest = readManifest(checkout);
  const installed = ['tsx', 'graphql', 'fets'].every((name) => existsSync(join(checkout, 'node_modules', name)));
  const folder = installed ? checkout : await installApart(checkout, manifest);
  return { checkout, folder, version: manifest.version, commit: commitOf(checkout), node: await nodeFor() };
}

function readManifest(checkout) {
  const file = join(checkout, 'package.json');
  const manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  if (manifest.name === PACKAGE && existsSync(join(checkout, 'src', 'cli.ts'))) return manifest;
  throw new StepFailure(`${checkout} 不是 ${PACKAGE} 的检出目录 · this is no checkout of it`);
}

function commitOf(checkout) {
  const { status, stdout } = spawnSync('git', ['-C', checkout, 'rev-parse', 'HEAD'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** The checkout stays as it was given; the gateways it can be run against are large and not needed. */
async function installApart(checkout, { dependencies, devDependencies, overrides }) {
  const { graphql, tsx } = devDependencies;
  const manifest = JSON.stringify({
    private: true,
    type: 'module',
    dependencies: { ...dependencies, graphql, tsx },
    overrides,
  });
  const lock = join(checkout, 'package-lock.json');
  const folder = workFolder(manifest + (existsSync(lock) ? readFileSync(lock, 'utf8') : ''));
  if (!existsSync(join(folder, 'node_modules', '.package-lock.json'))) {
    writeFileSync(join(folder, 'package.json'), manifest);
    if (existsSync(lock)) cpSync(lock, join(folder, 'package-lock.json'));
    await step('审计所用的子图依赖已安装', () => install(folder, ['--ignore-scripts', '--legacy-peer-deps']));
  }
  cpSync(join(checkout, 'src'), join(folder, 'src'), { recursive: true });
  return folder;
}

/** The Node that is named, this one where it is new enough, or the one that npm's `node` package brings. */
async function nodeFor() {
  if (process.env.HUB_CONFORMANCE_NODE) return process.env.HUB_CONFORMANCE_NODE;
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath;
  const folder = workFolder(`node ${NODE_MAJOR}`);
  const node = join(folder, 'node_modules', 'node', 'bin', 'node');
  if (!existsSync(node)) {
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    const name = `Node ${NODE_MAJOR} 已取得（审计需要 · the audit needs it）`;
    await step(name, () => install(folder, ['--foreground-scripts', `node@${NODE_MAJOR}`]));
  }
  return node;
}

function workFolder(content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `hub-conformance-${hash}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function install(folder, options) {
  const [command, ...prefix] = npmCommand();
  const args = [...prefix, 'install', '--no-audit', '--no-fund', ...options];
  const { status, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new StepFailure(`npm install 在 ${folder} 未成功 · failed:\n${stderr}`);
}
