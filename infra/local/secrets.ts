import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { DataKeys } from '@hub/persistence';

const KEY_BYTES = 32;

/** What a hub on one machine must keep to itself. */
export interface Secrets {
  /** Signs access tokens. */
  readonly accessTokenKey: Uint8Array;
  /** Signs what gateways say to subgraphs in other processes. */
  readonly callerKey: Uint8Array;
  /** Chains the audit trail. */
  readonly auditKey: Uint8Array;
  /** Encrypt columns of level 4. */
  readonly dataKeys: DataKeys;
  /** Of the login roles of subgraphs and queues. */
  readonly rolePassword: string;
}

/** One key is made at the first start and kept; the others are derived from it, each for its purpose (RFC 5869). */
export function openSecrets(dataDir: string): Secrets {
  const path = join(dataDir, 'master-key');
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(path, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx' });
  }
  const master = readFileSync(path);
  const derive = (purpose: string) => new Uint8Array(hkdfSync('sha256', master, '', purpose, KEY_BYTES));
  return {
    accessTokenKey: derive('access-token'),
    callerKey: derive('caller'),
    auditKey: derive('audit'),
    dataKeys: { versions: new Map([[1, derive('data-1')]]), search: derive('search') },
    rolePassword: Buffer.from(derive('database-roles')).toString('base64url'),
  };
}
