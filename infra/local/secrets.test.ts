import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openSecrets } from './secrets';

const root = mkdtempSync(join(tmpdir(), 'hub-secrets-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('the secrets of a hub', () => {
  it('are made once, and are the same at the next start', () => {
    const dataDir = join(root, 'one');
    expect(openSecrets(dataDir)).toEqual(openSecrets(dataDir));
    expect(openSecrets(dataDir)).not.toEqual(openSecrets(join(root, 'two')));
  });

  it('are read by their owner alone, and none is stored or like another', () => {
    const dataDir = join(root, 'three');
    const { accessTokenKey, callerKey, auditKey, dataKeys, rolePassword } = openSecrets(dataDir);
    const path = join(dataDir, 'master-key');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const stored = readFileSync(path).toString('base64url');
    const derived = [accessTokenKey, callerKey, auditKey, ...dataKeys.versions.values(), dataKeys.search];
    const keys = derived.map((key) => Buffer.from(key).toString('base64url'));
    expect(new Set([stored, rolePassword, ...keys]).size).toBe(7);
  });
});
