import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { composeSupergraph } from '@hub/gateway';

const CASES = [
  { query: '{ hello }', expected: { data: { hello: 'world' } } },
  { query: '{ hello }', expected: { data: { hello: 'moon' } } },
  { query: '{ nothing }', expected: { errors: true } },
  { query: '{ hello }', expected: { data: { hello: 'world' }, errors: true } },
];

/** Stands for the audit's own server: one suite of one subgraph. */
const AUDIT_SERVER = `
  import { createServer } from 'node:http';
  import { readFileSync } from 'node:fs';
  const port = Number(process.argv.at(-1));
  const answers = {
    '/ids': '["one"]',
    '/one/tests': ${JSON.stringify(JSON.stringify(CASES))},
    '/one/a': '{"data":{"hello":"world"}}',
    '/one/supergraph': readFileSync('supergraph.graphql', 'utf8').replaceAll('PORT', port),
  };
  createServer((request, response) => response.end(answers[request.url])).listen(port, '127.0.0.1');
`;

let checkout: string;

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'hub-audit-'));
  for (const name of ['src', 'node_modules/tsx/dist', 'node_modules/graphql', 'node_modules/fets']) {
    mkdirSync(join(checkout, name), { recursive: true });
  }
  writeFileSync(
    join(checkout, 'package.json'),
    '{"name":"@graphql-hive/federation-gateway-audit","version":"9.9.9","type":"module"}',
  );
  writeFileSync(join(checkout, 'src', 'cli.ts'), '');
  writeFileSync(join(checkout, 'node_modules/tsx/dist/cli.mjs'), AUDIT_SERVER);
  const sdl = composeSupergraph([
    { name: 'a', url: 'http://127.0.0.1:PORT/one/a', sdl: 'type Query { hello: String }' },
  ]);
  writeFileSync(join(checkout, 'supergraph.graphql'), sdl);
});
afterEach(() => rmSync(checkout, { recursive: true, force: true }));

function run(...args: string[]) {
  return spawnSync(process.execPath, [join(__dirname, 'conformance.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, HUB_CONFORMANCE_NODE: process.execPath },
  });
}

test('every case is asked of a gateway of its own, and each that fails is named with its reason', () => {
  const report = join(checkout, 'report.md');
  const { status, stdout } = run(checkout, '--write', report);
  expect(status).toBe(1);
  expect(stdout).toContain('✘ one 2/4');
  expect(stdout).toContain('cases: 2/4');
  expect(stdout).toMatch(/one #1[\s\S]*data differ: \{"hello":"world"\}[\s\S]*one #3[\s\S]*one expected/);
  expect(readFileSync(report, 'utf8')).toMatch(
    /9\.9\.9.*2 of 4 cases, 0 of 1 suites[\s\S]*`one` #1: [\s\S]*\| one \| 4 \| 2 \|/,
  );
});

test('what is missing is said', () => {
  expect(run().stdout).toContain('git clone');
  expect(run(tmpdir())).toMatchObject({ status: 2, stderr: expect.stringContaining('no checkout') });
  expect(run(checkout, 'two')).toMatchObject({ status: 2, stderr: expect.stringContaining('two') });
  expect(run(checkout, '--write')).toMatchObject({ status: 2, stderr: expect.stringContaining('file name') });
});
