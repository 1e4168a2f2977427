import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packageRoot } from '@hub/infra/local/package-root';

/** What `npm start` tells its engine: memory is measured as it is in use. */
export function startOptions(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(packageRoot(__dirname), '..', 'package.json'), 'utf8'));
  return String(scripts.start).match(/--\S+/g) ?? [];
}
