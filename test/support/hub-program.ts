import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { buildHub, REPOSITORY } from './build-hub';
import type { TestDatabase } from './database';
import { TEST_KEYS } from './settings';

interface ProgramOn {
  readonly database: TestDatabase;
  readonly dataDir: string;
}

/** A program of `infra/scripts` as somebody at a terminal runs it, as it is built. */
export async function runHubProgram(
  name: string,
  { database, dataDir }: ProgramOn,
  args: readonly string[] = [],
): Promise<{ readonly code: number | null; readonly said: string }> {
  buildHub();
  const env = {
    ...process.env,
    ...TEST_KEYS,
    HUB_SECOND_FACTOR: '',
    HUB_DATABASE_URL: database.ownerUrl,
    HUB_ROLE_PASSWORD: database.rolePassword,
    HUB_DATA_DIR: dataDir,
  };
  const program = join(REPOSITORY, 'infra', 'dist', 'scripts', `${name}.js`);
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, complaints, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ]);
  return { code, said: said + complaints };
}
