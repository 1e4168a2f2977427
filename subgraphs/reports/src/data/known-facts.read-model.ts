import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { FactCode } from '../domain/fact-catalogue';
import { readingUnits } from './reading-units';

/** An organisation, and the months that a report of it is about. */
export interface FactTarget {
  readonly organizationId: Id;
  readonly unitId: Id;
  readonly fromMonth: string;
  readonly toMonth: string;
}

/** What is known for one target, by the code of the fact. */
export type KnownFacts = ReadonlyMap<FactCode, string>;

type DirectoryFact = Extract<FactCode, 'unit.name' | 'organization.name' | 'organization.branches'>;

/** Facts kept from events, for all targets in one statement: in their order. What was never told is not there. */
export async function keptFacts(
  tx: ReadTransaction,
  codes: readonly FactCode[],
  targets: readonly FactTarget[],
): Promise<readonly KnownFacts[]> {
  if (codes.length === 0) return targets.map(() => new Map());
  const rows = await tx.query<{ readonly ordinal: number; readonly fact: FactCode; readonly value: string }>(
    `select t.ordinal::int as ordinal, f.fact, trim_scale(sum(f.value))::text as value
     from unnest($2::uuid[], $3::text[], $4::text[]) with ordinality as t(organization_id, from_month, to_month, ordinal)
     join reports.fact_item f
       on f.committee_id = $1 and f.organization_id = t.organization_id and f.fact = any($5)
      and (f.month is null or f.month between t.from_month and t.to_month)
     where $6::uuid[] is null or f.unit_id = any($6)
     group by t.ordinal, f.fact`,
    [
      tx.committeeId,
      targets.map(({ organizationId }) => organizationId),
      targets.map(({ fromMonth }) => fromMonth),
      targets.map(({ toMonth }) => toMonth),
      codes,
      await readingUnits(tx),
    ],
  );
  const found = targets.map(() => new Map<FactCode, string>());
  for (const { ordinal, fact, value } of rows) found[ordinal - 1]?.set(fact, value);
  return found;
}

/** 党支部. A temporary one has no members of its own. */
const BRANCHES = ['BRANCH', 'JOINT_BRANCH', 'PROJECT_BRANCH', 'RETIREE_BRANCH', 'FLOATING_BRANCH'];

/** What the directory says of all targets, in one statement. */
export async function directoryFacts(
  tx: ReadTransaction,
  targets: readonly FactTarget[],
): Promise<readonly KnownFacts[]> {
  const rows = await tx.query<{ readonly ordinal: number } & Readonly<Record<DirectoryFact, string>>>(
    `select t.ordinal::int as ordinal, o.name as "organization.name", u.name as "unit.name",
            (select count(*) from reports.directory_organization b
             where b.committee_id = $1 and b.affiliation_path @> array[o.organization_id] and b.active
               and b.organization_id <> o.organization_id and b.kind = any($4))::text as "organization.branches"
     from unnest($2::uuid[]) with ordinality as t(organization_id, ordinal)
     join reports.directory_organization o on o.committee_id = $1 and o.organization_id = t.organization_id
     join reports.directory_unit u on u.committee_id = $1 and u.unit_id = o.unit_id
     where $3::uuid[] is null or o.unit_id = any($3)`,
    [tx.committeeId, targets.map(({ organizationId }) => organizationId), await readingUnits(tx), BRANCHES],
  );
  const found = targets.map(() => new Map<FactCode, string>());
  for (const { ordinal, ...facts } of rows) {
    for (const [code, value] of Object.entries(facts)) found[ordinal - 1]?.set(code as DirectoryFact, value);
  }
  return found;
}
