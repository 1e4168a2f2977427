import { decodeCursor, type Id, type LocalDate, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { MemberFacts } from '../domain/member';
import type { MemberExitKind } from '../domain/member-exit';
import { inSight, readingRoot } from './reading-scope';

/** One member as one flat row. What is of level 4 is masked here, not where it is written out. */
export interface MemberFlatRow extends MemberFacts {
  readonly memberId: Id;
  readonly unitName: string;
  readonly organizationName: string;
  readonly idNumberMasked: string;
  readonly status: 'ACTIVE' | 'ENDED';
  readonly exitKind: MemberExitKind | null;
  readonly endedOn: LocalDate | null;
  readonly changedAt: Date;
}

export interface MemberRowsFilter {
  readonly unitId?: Id | null;
  readonly includeEnded?: boolean | null;
  readonly updatedSince?: Date | null;
}

/** $1 committee, $2 from where down the actor sees, $3 to $5 the filter. */
const FROM_MEMBERS = `
  from organization.member m
  join organization.unit u on (u.committee_id, u.unit_id) = (m.committee_id, m.unit_id)
  join organization.organization o
    on (o.committee_id, o.organization_id) = (m.committee_id, m.organization_id)
  where m.committee_id = $1 and ${inSight('m', 2)} and ($3::uuid is null or m.unit_id = $3)
    and ($4 or m.status = 'ACTIVE') and ($5::timestamptz is null or m.changed_at >= $5)`;

/** In the order of registration, which never changes: an export repeats and skips nobody. */
export async function memberRows(
  tx: ReadTransaction,
  { unitId = null, includeEnded, updatedSince = null }: MemberRowsFilter,
  page: PageRequest,
): Promise<Page<MemberFlatRow>> {
  const parameters = [tx.committeeId, readingRoot(tx), unitId, includeEnded ?? false, updatedSince];
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 1);
  const rows = await tx.query<MemberFlatRow>(
    `select m.member_id as "memberId", u.name as "unitName", o.name as "organizationName", m.name, m.sex, m.ethnicity,
            m.born_on as "bornOn", m.kind, m.joined_on as "joinedOn", m.confirmed_on as "confirmedOn", m.phone,
            m.id_number_masked as "idNumberMasked", m.status, m.exit_kind as "exitKind", m.ended_on as "endedOn",
            m.changed_at as "changedAt"
     ${FROM_MEMBERS} and ($6::uuid is null or m.member_id > $6)
     order by m.member_id limit $7 offset $8`,
    [...parameters, after, page.first + 1, page.offset ?? 0],
  );
  const total = page.counted === false ? 0 : await count(tx, parameters);
  return pageOf(rows, page.first, total, (row) => [row.memberId]);
}

async function count(tx: ReadTransaction, parameters: readonly unknown[]): Promise<number> {
  const [total] = await tx.query<{ count: number }>(`select count(*)::int as count ${FROM_MEMBERS}`, parameters);
  return total?.count ?? 0;
}
