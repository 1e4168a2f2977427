import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';
import { servicesChanged } from '@hub/runtime';

import type { TokenLife } from '../domain/service-token';

export interface NewServiceToken {
  readonly tokenId: Id;
  readonly digest: string;
  readonly hint: string;
  readonly name: string;
  readonly purpose: string;
  readonly rootOrganizationId: Id | null;
  readonly documents: readonly string[];
  readonly expiresAt: Date;
}

interface Person {
  readonly accountId: Id;
  readonly displayName: string;
}

export class ServiceTokenRepository {
  constructor(private readonly tx: Transaction) {}

  /** Whether a living token has the name. Serialised by the lock of the committee, as the end of a life has no key. */
  async nameTaken(name: string): Promise<boolean> {
    const { committeeId, now } = this.tx;
    await this.tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`service-token ${committeeId}`]);
    const rows = await this.tx.query(
      `select 1 from organization.service_token
       where committee_id = $1 and name = $2 and revoked_at is null and expires_at > $3`,
      [committeeId, name, now],
    );
    return rows.length > 0;
  }

  async insert(token: NewServiceToken, issuer: Person): Promise<void> {
    const { committeeId, now } = this.tx;
    await this.tx.execute(
      `insert into organization.service_token
         (committee_id, token_id, digest, hint, name, purpose, root_organization_id, documents,
          issued_by_account_id, issued_by_name, issued_at, expires_at)
       values ($1, $2, decode($3, 'hex'), $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        committeeId,
        token.tokenId,
        token.digest,
        token.hint,
        token.name,
        token.purpose,
        token.rootOrganizationId,
        [...token.documents],
        issuer.accountId,
        issuer.displayName,
        now,
        token.expiresAt,
      ],
    );
  }

  async lock(tokenId: Id): Promise<(TokenLife & { readonly name: string; readonly version: number }) | null> {
    const [row] = await this.tx.query<TokenLife & { readonly name: string; readonly version: number }>(
      `select name, expires_at as "expiresAt", revoked_at as "revokedAt", version
       from organization.service_token where committee_id = $1 and token_id = $2 for update`,
      [this.tx.committeeId, tokenId],
    );
    return row ?? null;
  }

  async revoke(tokenId: Id, by: Person): Promise<void> {
    await this.tx.execute(
      `update organization.service_token
       set revoked_by_account_id = $3, revoked_by_name = $4, revoked_at = $5, version = version + 1
       where committee_id = $1 and token_id = $2`,
      [this.tx.committeeId, tokenId, by.accountId, by.displayName, this.tx.now],
    );
    this.tx.signal(servicesChanged, { committees: [this.tx.committeeId] });
  }

  /** Kept to the minute: a busy dashboard must not write a row at each request. */
  async noteUse(tokenId: Id): Promise<void> {
    await this.tx.execute(
      `update organization.service_token set last_used_at = $3
       where committee_id = $1 and token_id = $2
         and (last_used_at is null or last_used_at <= $3::timestamptz - interval '1 minute')`,
      [this.tx.committeeId, tokenId, this.tx.now],
    );
  }
}
