import { composeSupergraph } from '@hub/gateway';

import { print } from '../world/timing';
import { openArena } from './arena';
import { STUB_OPERATIONS } from './operations';
import type { BenchOptions } from './options';
import { race } from './race';
import { printBars, printRace } from './report';

interface Stub {
  readonly name: string;
  readonly sdl: string;
  readonly url: string;
}

/** Subgraphs that answer prepared bytes: the gateway is what takes the time. */
export async function raceOverStubs(options: BenchOptions): Promise<void> {
  const arena = await openArena();
  try {
    const subgraphs = arena.start('stubs.process');
    const stubs = await subgraphs.ask<Stub[]>({ kind: 'open' });
    await arena.openSides(options.sides, {
      supergraph: composeSupergraph(stubs),
      urls: Object.fromEntries(stubs.map(({ name, url }) => [name, url])),
    });
    print('\n# 子图答备好的字节（时间花在网关上）');
    for (const operation of STUB_OPERATIONS) {
      if (options.operations && !options.operations.includes(operation.name)) continue;
      const result = await race(operation, {
        ...arena.setting(options),
        calls: () => subgraphs.ask<number>({ kind: 'calls' }),
      });
      printRace(operation, result);
      if (operation.name === 'Dashboard') printBars(result);
    }
  } finally {
    await arena.close();
  }
}
