import { decodeCursor, type Id, type Page, type PageRequest, pageOf, type ServiceActor } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { ADDRESSEE_PARAMETER } from './addressee.sql';
import { columns } from './columns';
import { byKey } from './keyed';

/** A token without what opens the door. */
export interface ServiceTokenRow {
  readonly tokenId: Id;
  readonly hint: string;
  readonly name: string;
  readonly purpose: string;
  readonly rootOrganizationId: Id | null;
  readonly documents: readonly string[];
  readonly issuedByName: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly revokedByName: string | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly version: number;
}

const COLUMNS = columns('t', [
  'token_id',
  'hint',
  'name',
  'purpose',
  'root_organization_id',
  'documents',
  'issued_by_name',
  'issued_at',
  'expires_at',
  'revoked_by_name',
  'revoked_at',
  'last_used_at',
  'version',
]);

export async function serviceTokensById(
  tx: ReadTransaction,
  tokenIds: readonly Id[],
): Promise<Map<Id, ServiceTokenRow>> {
  const rows = await tx.query<ServiceTokenRow>(
    `select ${COLUMNS} from organization.service_token t where t.committee_id = $1 and t.token_id = any($2)`,
    [tx.committeeId, tokenIds],
  );
  return byKey(rows, (row) => row.tokenId);
}

/** The newest first, ended ones too: they tell who could read what, and until when. */
export async function listServiceTokens(tx: ReadTransaction, page: PageRequest): Promise<Page<ServiceTokenRow>> {
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 1);
  const rows = await tx.query<ServiceTokenRow>(
    `select ${COLUMNS} from organization.service_token t
     where t.committee_id = $1 and ($2::uuid is null or t.token_id < $2)
     order by t.token_id desc limit $3 offset $4`,
    [tx.committeeId, after, page.first + 1, page.offset ?? 0],
  );
  const [total] = await tx.query<{ count: number }>(
    'select count(*)::int as count from organization.service_token where committee_id = $1',
    [tx.committeeId],
  );
  return pageOf(rows, page.first, total?.count ?? 0, (row) => [row.tokenId]);
}

/** Who a living token acts as; null for one that is unknown, expired or revoked. */
export async function findServiceActor(tx: ReadTransaction, digest: string, now: Date): Promise<ServiceActor | null> {
  const [row] = await tx.query<{ tokenId: Id; name: string; organizationId: Id | null; documents: string[] }>(
    `select t.token_id as "tokenId", t.name, t.root_organization_id as "organizationId", t.documents
     from organization.service_token t
     where t.committee_id = $1 and t.digest = decode($2, 'hex') and t.revoked_at is null and t.expires_at > $3`,
    [tx.committeeId, digest, now],
  );
  if (!row) return null;
  return {
    side: row.organizationId === null ? 'office' : 'unit',
    committeeId: tx.committeeId,
    serviceTokenId: row.tokenId,
    name: row.name,
    organizationId: row.organizationId,
    documents: row.documents,
  };
}

/** The organisation from which a token sees: the one that is named, or the one that receives papers for the unit. */
export async function scopeRoot(
  tx: ReadTransaction,
  scope: { readonly organizationId: Id | null; readonly unitId: Id | null },
): Promise<Id | null> {
  const [row] = await tx.query<{ id: Id }>(
    `select o.organization_id as id from organization.organization o
     where o.committee_id = $1 and o.status <> 'DISSOLVED'
       and ($2::uuid is null or o.organization_id = $2) and ($3::uuid is null or o.unit_id = $3)
     order by array_position($4::text[], o.kind) nulls last, cardinality(o.affiliation_path), o.organization_id limit 1`,
    [tx.committeeId, scope.organizationId, scope.unitId, ADDRESSEE_PARAMETER],
  );
  return row?.id ?? null;
}
