import { StepFailure, step } from '../steps.mjs';
import { build } from './build.mjs';
import { install, isInstalled, markInstalled } from './install.mjs';
import { withLock } from './lock.mjs';

/** Installs what is missing and builds what is stale. Ends the process with code 1 when it cannot. */
export async function prepare(options) {
  try {
    await withLock(async () => {
      if (options.install) {
        if (!isInstalled()) await step('依赖已安装', install);
        markInstalled();
      }
      if (options.build) await step('代码已编译', build);
    });
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    console.error(`✘ ${error.message}`);
    process.exitCode = 1;
  }
}
