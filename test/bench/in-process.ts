import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { composeSupergraph } from '@hub/gateway';
import { packageRoot } from '@hub/infra/local/package-root';
import { openArena } from './gateway/arena';
import { compiledShare } from './gateway/compiled-share';
import { printInProcess } from './gateway/in-process-report';
import { STUB_OPERATIONS } from './gateway/operations';
import { benchOptions } from './gateway/options';
import { race } from './gateway/race';
import { stubSchemas } from './gateway/stub-schemas';
import { print } from './world/timing';

const SIDES = ['apolloInProcess', 'hubReference', 'hubInProcess'] as const;

/** `npm run bench -- in-process`: gateway and subgraphs in one process, beside Apollo's; and what of ours is compiled. */
async function main(): Promise<void> {
  const options = benchOptions();
  const manifest = join(packageRoot(__dirname), '..', 'gateway', 'trusted-documents.json');
  const { compiled, total, reasons } = await compiledShare(readFileSync(manifest, 'utf8'));
  print(`\n# 各子图的运算：编译执行 ${compiled} / ${total}`);
  for (const [reason, count] of reasons) print(`  ${reason}: ${count}`);
  const arena = await openArena();
  try {
    const graph = [...stubSchemas()].map(([name, { sdl }]) => ({ name, sdl, url: `http://${name}.test` }));
    await arena.openSides(SIDES, { supergraph: composeSupergraph(graph), urls: {} });
    print('\n# 网关与子图在同一进程');
    for (const operation of STUB_OPERATIONS) {
      if (options.operations && !options.operations.includes(operation.name)) continue;
      printInProcess(operation, await race(operation, { ...arena.setting(options), calls: async () => 0 }));
    }
  } finally {
    await arena.close();
  }
}

void main();
