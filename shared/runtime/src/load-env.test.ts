import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { z } from 'zod';

import { EnvironmentError, loadEnv } from './load-env';

const schema = z.object({
  HUB_PORT: z.coerce.number().int().min(1).max(65535).default(4000),
  HUB_DATABASE_URL: z.url(),
  HUB_SEED: z.enum(['none', 'demo']).default('demo'),
});

describe('loadEnv', () => {
  it('reads, converts and fills in defaults, and ignores variables it does not know', () => {
    const source = { HUB_PORT: '4100', HUB_DATABASE_URL: 'postgres://localhost/hub', PATH: '/bin' };
    expect(loadEnv(schema, source)).toEqual({
      HUB_PORT: 4100,
      HUB_DATABASE_URL: 'postgres://localhost/hub',
      HUB_SEED: 'demo',
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(loadEnv(schema, { HUB_PORT: '', HUB_DATABASE_URL: 'postgres://localhost/hub' }).HUB_PORT).toBe(4000);
  });

  it('reads what stands in a file, unless it is said outright', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hub-env-'));
    const path = join(folder, 'url');
    writeFileSync(path, 'postgres://file/hub\n');
    const source = { HUB_DATABASE_URL_FILE: path };
    expect(loadEnv(schema, source).HUB_DATABASE_URL).toBe('postgres://file/hub');
    expect(loadEnv(schema, { ...source, HUB_DATABASE_URL: 'postgres://said/hub' }).HUB_DATABASE_URL).toMatch(/said/);
    rmSync(folder, { recursive: true });
    expect(() => loadEnv(schema, source)).toThrow(/HUB_DATABASE_URL_FILE/);
  });

  it('names every fault in one error and repeats no value', () => {
    const read = () => loadEnv(schema, { HUB_PORT: '70000', HUB_DATABASE_URL: 's3cret', HUB_SEED: 'full' });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(/HUB_PORT[\s\S]*HUB_DATABASE_URL[\s\S]*HUB_SEED/);
    expect(read).not.toThrow(/s3cret/);
  });
});
