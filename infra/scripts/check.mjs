import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { root } from './prepare/root.mjs';
import { seconds } from './steps.mjs';

/** What `npm run check` asks, cheapest first. All are asked, so that one run shows every fault. */
const CHECKS = [
  ['格式与规范', ['@biomejs/biome/bin/biome', 'ci', '.']],
  ['依赖方向', ['dependency-cruiser/bin/dependency-cruise.mjs', 'shared', 'subgraphs', 'gateway', 'infra', 'test']],
  ['类型', ['typescript/bin/tsc', '--build']],
  ['测试的类型', ['typescript/bin/tsc', '--project', 'tsconfig.tests.json']],
  ['无用代码', ['knip/bin/knip.js']],
  ['图谱文件为最新', ['../infra/dist/scripts/write-schema.js', '--check']],
  ['权限矩阵为最新', ['../infra/dist/scripts/write-permissions.js', '--check']],
];

function passes([name, [program, ...args]]) {
  const began = performance.now();
  const { status, error } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (error) throw error;
  console.log(`${status === 0 ? '✔' : '✘'} ${name} (${seconds(began)} 秒)\n`);
  return status === 0;
}

const failed = CHECKS.filter((check) => !passes(check)).map(([name]) => name);
if (failed.length > 0) {
  console.error(`✘ ${failed.length} 项未通过：${failed.join('、')}`);
  process.exitCode = 1;
}
