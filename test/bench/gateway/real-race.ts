import { randomBytes } from 'node:crypto';

import { peersSupergraph } from '../../support/peers-supergraph';
import { print } from '../world/timing';
import { openArena } from './arena';
import { REAL_OPERATIONS } from './operations';
import type { BenchOptions } from './options';
import { race } from './race';
import type { RealSubgraphs } from './real.process';
import { printRace } from './report';

/** The hub's own subgraphs over a seeded Postgres: what a gateway matters beside the work behind it. */
export async function raceOverRealSubgraphs(options: BenchOptions): Promise<void> {
  const callerKey = randomBytes(32);
  const arena = await openArena({ callerKey });
  try {
    const hub = arena.start('real.process');
    const { actor, urls } = await hub.ask<RealSubgraphs>({ callerKey: callerKey.toString('hex') });
    const supergraph = peersSupergraph((name) => urls[name] ?? '');
    await arena.openSides(options.sides, { supergraph, urls, actor });
    print('\n# 平台的五个子图（@apollo/server，Postgres 中为演示数据）');
    for (const operation of REAL_OPERATIONS) {
      if (options.operations && !options.operations.includes(operation.name)) continue;
      printRace(operation, await race(operation, arena.setting(options)));
    }
  } finally {
    await arena.close();
  }
}
