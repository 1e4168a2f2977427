import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { StepFailure } from '../steps.mjs';
import { root } from './root.mjs';

/** Compiles every package whose sources changed; the rest comes from the cache. */
export function build() {
  const turbo = join(root, 'node_modules', 'turbo', 'bin', 'turbo');
  const { status, stdout, stderr } = spawnSync(process.execPath, [turbo, 'run', 'build', '--output-logs=errors-only'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
  });
  if (status === 0) return;
  console.error(stdout, stderr);
  throw new StepFailure('代码没有编译成功，原因见上面的输出。');
}
