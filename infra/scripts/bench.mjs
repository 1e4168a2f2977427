import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './prepare/root.mjs';

/** `npm run bench -- <name>` measures one thing; without a name it says what can be measured. */
const folder = join(root, 'test', 'dist', 'bench');
const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.js'))
      .map((file) => file.slice(0, -'.js'.length))
  : [];
const [name, ...options] = process.argv.slice(2);

if (name !== undefined && names.includes(name)) {
  const { status } = spawnSync(process.execPath, [join(folder, `${name}.js`), ...options], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  if (name !== undefined) console.error(`没有名为 ${name} 的性能测试`);
  console.log(names.length > 0 ? `可以测的有：${names.join('、')}` : '还没有性能测试');
  process.exitCode = name === undefined ? 0 : 1;
}
