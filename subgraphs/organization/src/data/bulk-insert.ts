import type { Transaction } from '@hub/persistence';

import type { AccountEntity } from './account.entity';
import type { OrganizationEntity } from './organization.entity';
import type { PostEntity } from './post.entity';
import type { SectionEntity } from './section.entity';
import type { TermEntity } from './term.entity';
import type { UnitEntity } from './unit.entity';
import type { UnitNameEntity } from './unit-name.entity';
import type { ZoneEntity } from './zone.entity';

export interface CommitteeRow {
  readonly committeeId: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly createdAt: Date;
}

export interface ZoneUnitRow {
  readonly committeeId: string;
  readonly year: number;
  readonly unitId: string;
  readonly zoneId: string;
}

/** Tables that are filled many rows at a time, by the row each takes. */
interface Tables {
  readonly committee: CommitteeRow;
  readonly unit: UnitEntity;
  readonly unit_name: UnitNameEntity;
  readonly organization: OrganizationEntity;
  readonly section: SectionEntity;
  readonly term: TermEntity;
  readonly zone: ZoneEntity;
  readonly zone_unit: ZoneUnitRow;
  readonly account: AccountEntity;
  readonly post: PostEntity;
}

/** Inserts any number of rows with one statement; all of them name the same columns, and the others take their default. */
export async function bulkInsert<Table extends keyof Tables>(
  tx: Transaction,
  table: Table,
  rows: readonly Tables[Table][],
): Promise<void> {
  const named = rows.map(withColumnNames);
  const columns = Object.keys(named[0] ?? {}).join(', ');
  if (columns === '') return;
  await tx.execute(
    `insert into organization.${table} (${columns})
     select ${columns} from jsonb_populate_recordset(null::organization.${table}, $1::jsonb)`,
    [JSON.stringify(named)],
  );
}

function withColumnNames(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}
