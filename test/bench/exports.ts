import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

import { IdFactory, ManualClock } from '@hub/core';
import { DEMO_PASSWORD } from '@hub/infra/seed/organization';

import { HubClient } from '../support';
import { addReceipts } from './exports/receipts';
import { countSheetRows } from './exports/sheet-rows';
import { type BenchHub, startBenchHub } from './hub/bench-hub';
import { print } from './world/timing';

const ROWS = 1_000_000;
const MAX_GROWTH_MB = 150;
const SAMPLE_MS = 500;
const MB = 2 ** 20;

/** `npm run bench -- exports [rows] [csv|xlsx]`: all receipts through the whole hub, and what its memory does meanwhile. */
async function main(): Promise<void> {
  const rows = Number(process.argv[2] ?? ROWS);
  const format = process.argv[3] ?? 'csv';
  const hub = await startBenchHub();
  try {
    const token = await issueToken(hub);
    await addReceipts(hub.ownerUrl, new IdFactory(new ManualClock(hub.now)), rows);
    // Everything that is loaded once is loaded before the memory of an idle hub is taken.
    await download(hub, token, `?format=${format}&deliveredFrom=2031-01-01T00:00:00Z`);
    const idle = await hub.residentBytes();
    print(`导出 ${rows} 行为 ${format}；空闲时内存 ${toMb(idle)} MB`);
    const run = await measure(hub, token, format);
    report(rows, idle, run);
  } finally {
    await hub.stop();
  }
}

interface Run {
  readonly lines: number;
  readonly bytes: number;
  readonly ms: number;
  /** Resident bytes of the hub at regular moments. */
  readonly samples: readonly number[];
}

async function measure(hub: BenchHub, token: string, format: string): Promise<Run> {
  const samples: number[] = [];
  let running = true;
  const sampling = (async () => {
    while (running) {
      samples.push(await hub.residentBytes());
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
    }
  })();
  const started = performance.now();
  const { lines, bytes } = await download(hub, token, `?format=${format}`);
  const ms = performance.now() - started;
  running = false;
  await sampling;
  return { lines, bytes, ms, samples };
}

function report(rows: number, idle: number, { lines, bytes, ms, samples }: Run): void {
  const peak = Math.max(...samples);
  const at = (share: number) => toMb(samples[Math.floor(samples.length * share)] ?? peak);
  print(`  ${Math.round((lines - 1) / (ms / 1000))} 行/秒，共 ${Math.round(ms / 1000)} 秒、${toMb(bytes)} MB`);
  print(`  内存（MB）：四分之一处 ${at(0.25)}，一半处 ${at(0.5)}，四分之三处 ${at(0.75)}，最高 ${toMb(peak)}`);
  const growth = (peak - idle) / MB;
  const met = growth <= MAX_GROWTH_MB && lines === rows + 1;
  print(`  ${met ? '✔' : '✘'} 比空闲时多 ${growth.toFixed(0)} MB（要求 ≤ ${MAX_GROWTH_MB}），行数 ${lines - 1}`);
  if (!met) process.exitCode = 1;
}

const toMb = (bytes: number): string => (bytes / MB).toFixed(0);

async function download(hub: BenchHub, token: string, search: string): Promise<{ lines: number; bytes: number }> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${hub.url}/exports/ReceiptDetailRows${search}`, { headers });
  if (!response.ok || !response.body) throw new Error(`${response.status} ${await response.text()}`);
  if (search.includes('format=xlsx')) return countSheetRows(Readable.fromWeb(response.body as ReadableStream));
  let lines = 0;
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) lines += 1;
  }
  return { lines, bytes };
}

async function issueToken(hub: BenchHub): Promise<string> {
  const admin = await new HubClient(hub.url, null).signIn('admin', DEMO_PASSWORD);
  const input = {
    name: '性能测试',
    purpose: '导出性能测试',
    documents: ['ReceiptDetailRows'],
    expiresAt: new Date(hub.now.getTime() + 30 * 86_400_000).toISOString(),
  };
  const { issueServiceToken } = await admin.data<{ issueServiceToken: { token: string } }>(
    'mutation ($input: IssueServiceTokenInput!) { issueServiceToken(input: $input) { token } }',
    { input },
  );
  return issueServiceToken.token;
}

void main();
