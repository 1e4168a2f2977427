import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the package a file belongs to, whether it runs from its source or as it was compiled. */
export function packageRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : packageRoot(dirname(folder));
}
