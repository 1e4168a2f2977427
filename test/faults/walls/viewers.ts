import { ADMINISTRATORS, isPerson, type ReaderActor, type Role } from '@hub/core';

import { personActor, serviceActor, someId, type TestDatabase } from '../../support';
import { FOREIGN_FEN, type Ground, MARKS, type Mark, type Place } from './planted-rows';

/** Somebody who looks where he should not. */
export interface Viewer {
  readonly name: string;
  readonly actor: ReaderActor;
  /** Texts that may stand in no answer to him. */
  readonly forbidden: readonly string[];
  /** Whether foreign entities of the type are absent for him. */
  findsNo(type: string): boolean;
  /** Condition on rows of a table that he may not change; null where all of them are his to change. */
  mayNotChange(table: WatchedTable): string | null;
}

export interface WatchedTable {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
}

const UNIT_ROLES: readonly Role[] = ['UNIT_LEADER', 'UNIT_CLERK', 'UNIT_TREASURER'];
const OFFICE_ROLES: readonly Role[] = ['COMMITTEE_LEADER', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK'];

/** People find the units of the committee, its areas, and what it asks for. */
const DIRECTORY = new Set(['Unit', 'Zone', 'ReportTemplate']);
const BUSINESS = new Set([
  'Document',
  'Receipt',
  'Attachment',
  'Request',
  'Report',
  'ReportFile',
  'ReportTask',
  'ReportPlan',
  'ReportTemplate',
  'DuesCharge',
  'Member',
]);

const marked = (...marks: readonly Mark[]): string[] => [...marks.map((mark) => MARKS[mark]), String(FOREIGN_FEN)];

export async function viewersOf(database: TestDatabase, ground: Ground): Promise<Viewer[]> {
  const { committeeId, stranger, child, first } = ground;
  const ids = await foreignIds(database, ground);
  const unit = (name: string, place: Place): Viewer[] =>
    UNIT_ROLES.map((role) => ({
      name: `${role} of ${name}`,
      actor: personActor(role, { committeeId, ...place }),
      forbidden: [...marked('business', 'structure'), ...ids],
      findsNo: (type) => !DIRECTORY.has(type),
      mayNotChange: (table) => notOf(place, table),
    }));
  const administrators = ADMINISTRATORS.map(
    (role): Viewer => ({
      name: role,
      actor: personActor(role, { committeeId, ...first }),
      forbidden: [...marked('business'), ...ids],
      findsNo: (type) => BUSINESS.has(type),
      mayNotChange: ({ schema, table }) => (schema === 'organization' || table === 'number_series' ? null : 'true'),
    }),
  );
  const elsewhere = [...UNIT_ROLES, ...OFFICE_ROLES, ...ADMINISTRATORS, 'INSPECTOR' as const].map(
    (role): Viewer => ({
      name: `${role} of another committee`,
      actor: personActor(role, { committeeId: someId(), ...first }),
      forbidden: [...marked('business', 'structure', 'directory'), ...ids],
      findsNo: () => true,
      mayNotChange: () => `t.committee_id = '${committeeId}'`,
    }),
  );
  return [
    ...unit('a sibling', stranger),
    ...unit('a unit below', child),
    ...administrators,
    ...elsewhere,
    {
      name: 'a program of a subtree',
      actor: serviceActor(committeeId, stranger.organizationId),
      forbidden: [...marked('business', 'structure', 'directory'), ...ids],
      findsNo: () => true,
      mayNotChange: () => 'true',
    },
    {
      name: 'an inspector',
      actor: personActor('INSPECTOR', { committeeId, ...first, side: 'office' }),
      forbidden: [],
      findsNo: () => false,
      mayNotChange: () => 'true',
    },
  ].map((viewer) => ({ ...viewer, mayNotChange: (table) => exceptTraces(viewer, table) }));
}

/** Who may see all of it, and change most. */
export function registrarOf({ committeeId, first }: Ground): Viewer {
  return {
    name: 'the registrar',
    actor: personActor('OFFICE_REGISTRAR', { committeeId, ...first }),
    forbidden: marked('business', 'structure', 'directory'),
    findsNo: () => false,
    mayNotChange: (table) => (TRACES.has(table.table) ? null : 'true'),
  };
}

/** What acts leave behind for the hub itself, whoever acts. */
const TRACES = new Set(['outbox', 'audit', 'audit_head', 'idempotency_key', 'processed_event', 'export_log']);

function exceptTraces({ actor, mayNotChange }: Viewer, table: WatchedTable): string | null {
  if (TRACES.has(table.table)) return null;
  const rows = mayNotChange(table);
  const personal = rows !== null && isPerson(actor) && table.columns.includes('account_id');
  return personal ? `(${rows}) and t.account_id is distinct from '${actor.accountId}'` : rows;
}

/** A unit adds to these and finds nothing in them. */
const ADDED_TO = new Set(['quarantine', 'document_progress', 'report_tally']);

function notOf({ unitId }: Place, { table, columns }: WatchedTable): string | null {
  if (ADDED_TO.has(table)) return null;
  return columns.includes('unit_id') ? `t.unit_id is distinct from '${unitId}'` : 'true';
}

/** Ids of business rows that none of the viewers holds. */
async function foreignIds(database: TestDatabase, { stranger, child }: Ground): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select document_id || '.' || organization_id as id from dispatch.receipt where unit_id <> all($1)
     union all select document_id::text from dispatch.document d
       where not exists (select from dispatch.receipt r where r.document_id = d.document_id and r.unit_id = any($1))
     union all select attachment_id::text from dispatch.attachment a where (unit_id is null or unit_id <> all($1))
       and not exists (select from dispatch.receipt r where r.document_id = a.document_id and r.unit_id = any($1))
     union all select request_id::text from approvals.request where unit_id <> all($1)
     union all select report_id::text from reports.report where unit_id <> all($1)
     union all select task_id::text from reports.report_task t
       where not exists (select from reports.report r where r.task_id = t.task_id and r.unit_id = any($1))
     union all select plan_id::text from reports.report_plan
     union all select attachment_id::text from reports.attachment where unit_id <> all($1)
     union all select member_id::text from organization.member where unit_id <> all($1)
     union all select charge_id::text from dues.dues_charge where unit_id <> all($1)`,
    [[stranger.unitId, child.unitId]],
  );
  return rows.map(({ id }) => id);
}
