import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { MAX_CONNECTIONS } from '@hub/infra/local/postgres/server';

import { CONNECTION_BUDGET, type ConnectionBudget, sumOf } from './connection-budget';

const root = join(__dirname, '..', '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const architecture = read('ARCHITECTURE.md');
const inCompose = Number(/max_connections=(\d+)/.exec(read('docker-compose.yml'))?.[1]);
/** Postgres keeps so many for superusers. */
const RESERVED = 3;

const { 'one-process': oneProcess, distributed } = CONNECTION_BUDGET;

test('the embedded server has room for the hub in one process', () => {
  expect(sumOf(oneProcess) + RESERVED).toBeLessThanOrEqual(MAX_CONNECTIONS);
});

test('the server of docker-compose.yml has room for two of every process while it is migrated', () => {
  expect(sumOf(distributed) + distributed.pools + RESERVED).toBeLessThanOrEqual(inCompose);
});

test.each([
  ['pools of subgraphs', 'pools'],
  ['queues', 'queues'],
  ['signals', 'signals'],
  ['migration', 'migration'],
] satisfies [string, keyof ConnectionBudget][])('the written budget of %s is what the code takes', (name, part) => {
  expect(architecture).toMatch(new RegExp(`^\\| ${name} .*\\| ${oneProcess[part]} \\| ${distributed[part]} \\|$`, 'm'));
});

test('the written sums and limits are those of the code', () => {
  expect(architecture).toContain(`| **at most** | | **${sumOf(oneProcess)}** | **${sumOf(distributed)}** |`);
  expect(architecture).toContain(`| \`max_connections\` | | ${MAX_CONNECTIONS} | ${inCompose} |`);
});
