import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { MemberKind } from '../domain/member';
import { memberPolicy } from '../domain/member.policy';
import { columns } from './columns';
import { byKey } from './keyed';
import type { MemberEntity } from './member.entity';
import { inSight, readingRoot } from './reading-scope';

/** A member without anything of level 4: what is sealed is not even read. */
export type MemberRow = Omit<MemberEntity, 'idNumber' | 'idNumberHash'>;

export interface MemberFilter {
  readonly unitId?: Id | null;
  readonly organizationId?: Id | null;
  readonly kind?: MemberKind | null;
  readonly includeEnded?: boolean | null;
  /** Part of a name. */
  readonly search?: string | null;
}

const COLUMNS = columns('m', [
  'committee_id',
  'member_id',
  'unit_id',
  'organization_id',
  'name',
  'sex',
  'ethnicity',
  'born_on',
  'kind',
  'joined_on',
  'confirmed_on',
  'phone',
  'id_number_masked',
  'status',
  'exit_kind',
  'ended_on',
  'exit_note',
  'registered_at',
  'changed_at',
  'version',
]);

/** Whether members are there for the actor at all: what is not for him is not found. */
export function readsMembers({ actor, committeeId }: ReadTransaction): boolean {
  const unitId = 'unitId' in actor ? actor.unitId : null;
  return memberPolicy.may(actor, 'readMembers', { committeeId, unitId });
}

export async function membersById(tx: ReadTransaction, memberIds: readonly Id[]): Promise<Map<Id, MemberRow>> {
  if (!readsMembers(tx)) return new Map();
  const rows = await tx.query<MemberRow>(
    `select ${COLUMNS} from organization.member m
     where m.committee_id = $1 and m.member_id = any($2) and ${inSight('m', 3)}`,
    [tx.committeeId, memberIds, readingRoot(tx)],
  );
  return byKey(rows, (row) => row.memberId);
}

/** $1 committee, $2 from where down the actor sees, $3 to $7 the filter. */
const FROM_MEMBERS = `
  from organization.member m
  where m.committee_id = $1 and ${inSight('m', 2)}
    and ($3::uuid is null or m.unit_id = $3) and ($4::uuid is null or m.organization_id = $4)
    and ($5::text is null or m.kind = $5) and ($6 or m.status = 'ACTIVE')
    and ($7::text is null or position($7 in m.name) > 0)`;

const BY_NAME = 'm.name collate "zh-Hans-CN-x-icu", m.member_id';

/** Members by name in pinyin order. */
export async function listMembers(
  tx: ReadTransaction,
  filter: MemberFilter,
  page: PageRequest,
): Promise<Page<MemberRow>> {
  const parameters = [
    tx.committeeId,
    readingRoot(tx),
    filter.unitId ?? null,
    filter.organizationId ?? null,
    filter.kind ?? null,
    filter.includeEnded ?? false,
    filter.search || null,
  ];
  const [name, id] = page.after === null ? [null, null] : decodeCursor(page.after, 2);
  const rows = await tx.query<MemberRow>(
    `select ${COLUMNS} ${FROM_MEMBERS}
       and ($8::text is null or (${BY_NAME}) > ($8 collate "zh-Hans-CN-x-icu", $9::uuid))
     order by ${BY_NAME} limit $10 offset $11`,
    [...parameters, name, id, page.first + 1, page.offset ?? 0],
  );
  const total = page.counted === false ? 0 : await count(tx, parameters);
  return pageOf(rows, page.first, total, (row) => [row.name, row.memberId]);
}

async function count(tx: ReadTransaction, parameters: readonly unknown[]): Promise<number> {
  const [total] = await tx.query<{ count: number }>(`select count(*)::int as count ${FROM_MEMBERS}`, parameters);
  return total?.count ?? 0;
}
