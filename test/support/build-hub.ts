import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';

import { packageRoot } from '@hub/infra/local/package-root';

export const REPOSITORY = dirname(packageRoot(__dirname));

/** For tests that run what was built: sources that were changed since are built first. */
export function buildHub(): void {
  const prepare = join(REPOSITORY, 'infra', 'scripts', 'prepare.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [prepare, '--no-install'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the hub is not built:\n${stdout}${stderr}`);
}
