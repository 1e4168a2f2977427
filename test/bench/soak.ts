import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { composeSupergraph, type SubgraphDefinition } from '@hub/gateway';

import { startChild } from './gateway/child';
import { type Reading, type SoakedGateway, startGateway } from './soak/gateway-process';
import { fillCaches, type MixedLoad, startMixedLoad } from './soak/mixed-load';

const FIRST_MARK_MS = 60_000;
const EVERY_MS = 30_000;
/** A reading falls before or after a collection by chance: the middle of so many, a second apart, does not. */
const READINGS = 5;
const TOLERANCE = 0.1;

/** `npm run bench -- soak`: ten minutes at full load (`--minutes`); memory at the end beside memory after one minute. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
  const endMs = Number(values.minutes) * 60_000;
  const folder = mkdtempSync(join(tmpdir(), 'hub-soak-'));
  const stubs = startChild(join(__dirname, 'gateway', 'stubs.process'), openSync('/dev/null', 'w'));
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, composeSupergraph(await stubs.ask<SubgraphDefinition[]>({ kind: 'open' })));
  const gateway = await startGateway(file);
  try {
    process.exitCode = (await soak(gateway, endMs)) ? 0 : 1;
  } finally {
    await gateway.stop();
    await stubs.stop();
    rmSync(folder, { recursive: true });
  }
}

async function soak(gateway: SoakedGateway, endMs: number): Promise<boolean> {
  await fillCaches(gateway.port, hasTurnedOver(gateway));
  const load = startMixedLoad(gateway.port);
  const startedAt = performance.now();
  const until = (ms: number) => pause(Math.max(0, startedAt + ms - performance.now()));
  await until(Math.min(FIRST_MARK_MS, endMs / 10));
  const first = await steady(gateway);
  print('一分钟后', first, load);
  for (let at = FIRST_MARK_MS + EVERY_MS; at < endMs; at += EVERY_MS) {
    await until(at);
    print(`${Math.round(at / 1000)} 秒`, await gateway.read(), load);
  }
  await until(endMs);
  const last = await steady(gateway);
  print('结束时', last, load);
  const perSecond = Math.round(load.answered / ((performance.now() - startedAt) / 1000));
  await load.stop();
  print('停下并回收后', await gateway.readCollected(), load);
  const growth = last.rssMb / first.rssMb - 1;
  const holds = Math.abs(growth) <= TOLERANCE && load.wrong === 0;
  console.log(`每秒 ${perSecond} 次，不符的回答 ${load.wrong} 次；RSS 变化 ${(growth * 100).toFixed(1)} %`);
  console.log(holds ? '通过：内存在一分钟后的 ±10 % 之内' : '未通过');
  return holds;
}

/** More texts were sent than plans are kept. */
function hasTurnedOver(gateway: SoakedGateway): () => Promise<boolean> {
  let before = -1;
  return async () => {
    const { plans } = await gateway.read();
    const isFull = plans > 0 && plans <= before;
    before = plans;
    return isFull;
  };
}

async function steady(gateway: SoakedGateway): Promise<Reading> {
  const readings: Reading[] = [];
  for (let count = 0; count < READINGS; count += 1) {
    readings.push(await gateway.read());
    await pause(1000);
  }
  readings.sort((a, b) => a.rssMb - b.rssMb);
  return readings[Math.floor(READINGS / 2)] as Reading;
}

function print(when: string, { rssMb, heapMb, externalMb, handles }: Reading, { answered }: MixedLoad): void {
  const memory = `RSS ${rssMb.toFixed(0)} MB，堆 ${heapMb.toFixed(0)} MB，堆外 ${externalMb.toFixed(0)} MB`;
  console.log(`${when}：${memory}，句柄 ${handles}，已答 ${answered}`);
}

void main();
