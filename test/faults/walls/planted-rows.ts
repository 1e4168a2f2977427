import { plantedReport, plantedReportFile, plantedReportPlan, someId, type TestDatabase } from '../../support';

/** Stand in what belongs to others: in business content, in what the structure tells of them, in the directory. */
export const MARKS = { business: '外单位密语', structure: '外单位内情', directory: '外单位牌子' } as const;

export type Mark = keyof typeof MARKS;

/** Fen that another unit owes: no other number has these digits. */
export const FOREIGN_FEN = 765_432_177;

/** Whom the walls are tried against. */
export interface Ground {
  readonly committeeId: string;
  /** Holds one of the papers; nothing else of this hub is his. */
  readonly stranger: Place;
  /** Below the organisation of the first unit, whose papers and answers are not its own. */
  readonly child: Place;
  /** Has papers, receipts, answers, reports, requests and dues: all of them foreign. */
  readonly first: Place;
}

export interface Place {
  readonly unitId: string;
  readonly organizationId: string;
}

/** Columns whose words are names of states and kinds, or addresses of bytes: a mark there would only break the answer. */
const NOT_MARKED =
  /^(state|status|kind|sex|ethnicity|exit_kind|role|duty|nature|sector|act|action|event|handler|format|outcome|source|rule|rule_id|direction|urgency|disclosure|text_scope|from_state|to_state|object_type|rule_value|text|.*_digest|storage_key|media_type|prefix|evidence|login_name|password_hash|end_reason|key|request_id|calendar_version|service_level_version|documents?|hint|code)$/;

/** Rows of the tables that a hub fills by itself only later, then marks in everything that is not the stranger's or the child's. */
export async function plantForeignRows(database: TestDatabase, strangerOrganizationId: string): Promise<Ground> {
  const [committee] = await database.query<{ id: string }>('select committee_id as id from organization.committee');
  const committeeId = committee?.id ?? '';
  const stranger = await placeOf(database, strangerOrganizationId);
  const [firstOrganization] = await database.query<{ id: string }>(
    `select r.organization_id as id from dispatch.receipt r
     join organization.unit u on (u.committee_id, u.unit_id) = (r.committee_id, r.unit_id)
     where u.protocol_order = 1 limit 1`,
  );
  const first = await placeOf(database, firstOrganization?.id ?? '');
  const child = { unitId: someId(), organizationId: someId() };
  await foundBelow(database, committeeId, first, child);
  for (const [text, ...places] of rowsOf(first, stranger)) await database.query(text, [committeeId, ...places]);
  await markForeign(database, [stranger.unitId, child.unitId]);
  return { committeeId, stranger, child, first };
}

async function placeOf(database: TestDatabase, organizationId: string): Promise<Place> {
  const [row] = await database.query<{ unitId: string }>(
    'select unit_id as "unitId" from organization.organization where organization_id = $1',
    [organizationId],
  );
  if (!row) throw new Error('no organisation to plant for');
  return { unitId: row.unitId, organizationId };
}

async function foundBelow(database: TestDatabase, committeeId: string, above: Place, child: Place): Promise<void> {
  await database.query(
    `insert into organization.unit (committee_id, unit_id, name, nature, protocol_order, status, effective_from)
     values ($1, $2, '下级测试局', 'ADMINISTRATIVE_ORGAN', 990, 'ACTIVE', '2019-01-01')`,
    [committeeId, child.unitId],
  );
  await database.query(
    `insert into organization.organization
       (committee_id, organization_id, unit_id, kind, name, affiliation_id, affiliation_path, status, effective_from)
     select o.committee_id, $2, $3, 'ORGAN_COMMITTEE', '下级测试局机关委员会', o.organization_id,
            o.affiliation_path || $2::uuid, 'ACTIVE', '2019-01-01'
     from organization.organization o where o.organization_id = $1`,
    [above.organizationId, child.organizationId, child.unitId],
  );
  for (const schema of ['dispatch', 'reports', 'approvals', 'dues']) {
    await database.query(
      `insert into ${schema}.directory_unit (committee_id, unit_id, name, nature, protocol_order, active, version)
       values ($1, $2, '下级测试局', 'ADMINISTRATIVE_ORGAN', 990, true, 1)`,
      [committeeId, child.unitId],
    );
    await database.query(
      `insert into ${schema}.directory_organization
         (committee_id, organization_id, unit_id, name, kind, affiliation_path, active, version)
       select committee_id, $2, unit_id, '下级测试局机关委员会', kind, affiliation_path, true, 1
       from organization.organization where committee_id = $1 and organization_id = $2`,
      [committeeId, child.organizationId],
    );
  }
}

type Statement = readonly [text: string, ...parameters: readonly unknown[]];

function rowsOf(first: Place, stranger: Place): Statement[] {
  const request = (unit: Place, title: string, state: string): Statement => [
    `insert into approvals.request (committee_id, request_id, unit_id, organization_id, title, state, submitted_at)
     values ($1, $2, $3, $4, $5, $6, case when $6 <> 'DRAFT' then timestamptz '2020-10-10' end)`,
    someId(),
    unit.unitId,
    unit.organizationId,
    title,
    state,
  ];
  const charge = (unit: Place, fen: number): Statement => [
    `insert into dues.dues_charge
       (committee_id, charge_id, unit_id, organization_id, member_id, month, amount_fen, paid_fen)
     values ($1, $2, $3, $4, $5, '2020-10-01', $6, $6)`,
    someId(),
    unit.unitId,
    unit.organizationId,
    someId(),
    fen,
  ];
  const [reportId, templateId] = [someId(), someId()];
  return [
    ...plantedReport(first, { title: '只要一个单位的报送', reportId, templateId }),
    plantedReportPlan(templateId, someId()),
    plantedReportFile(first, reportId, someId()),
    request(first, '一个单位的请示', 'SUBMITTED'),
    request(first, '一个单位的草稿', 'DRAFT'),
    request(stranger, '本单位的请示', 'SUBMITTED'),
    charge(first, FOREIGN_FEN),
    charge(stranger, 100),
    [
      `insert into organization.structure_event
         (committee_id, event_id, kind, object_type, object_id, unit_id, effective_on, decision_number, recorded_at)
       values ($1, $2, 'RENAMED', 'UNIT', $3, $3, '2020-01-01', '焦直组〔2020〕1号', '2020-01-01')`,
      someId(),
      first.unitId,
    ],
    [
      `insert into organization.member
         (committee_id, member_id, unit_id, organization_id, name, sex, ethnicity, born_on, kind, joined_on, confirmed_on,
          id_number, id_number_hash, id_number_masked, status, registered_at, changed_at)
       values ($1, $2, $3, $4, '外单位党员', 'MALE', '汉族', '1980-01-01', 'FORMAL', '2005-07-01', '2006-07-01',
               decode(repeat('00', 40), 'hex'), sha256('x'), '4' || repeat('*', 16) || 'X', 'ACTIVE', '2020-01-01', '2020-01-01')`,
      someId(),
      first.unitId,
      first.organizationId,
    ],
    ...noticeTo(first),
    [
      `insert into organization.contact_point
         (committee_id, contact_point_id, year, leader_name, leader_title, unit_id, organization_id)
       values ($1, $2, 2020, '领导', '书记', $3, $4)`,
      someId(),
      first.unitId,
      first.organizationId,
    ],
    [
      `insert into organization.section (committee_id, section_id, organization_id, name, protocol_order)
       values ($1, $2, $3, '一科', 1)`,
      someId(),
      first.organizationId,
    ],
    [
      `insert into organization.service_token
         (committee_id, token_id, digest, hint, name, purpose, documents, issued_by_account_id, issued_by_name,
          issued_at, expires_at)
       values ($1, $2, sha256('x'), 'x', '令牌', '用途说明', '{UnitRows}', $2, '签发人', '2020-10-01', '2021-01-01')`,
      someId(),
    ],
    [
      `insert into organization.registered_document
         (committee_id, registration_id, document_id, name, purpose, text, cost, state, author_account_id, author_name,
          registered_at)
       values ($1, $2, repeat('a', 64), 'Planted', '用途说明', '{ me { displayName } }', 1, 'PENDING', $2, '提出人', '2020-10-01')`,
      someId(),
    ],
    [
      `insert into organization.export_log
         (committee_id, export_id, document_id, document_name, format, variables_digest, actor_name, account_id, request_id,
          started_at)
       values ($1, $2, 'x', '导出', 'CSV', 'x', '导出人', $2, 'x', '2020-10-01')`,
      someId(),
    ],
  ];
}

/** What the first unit was told, by an account that is none of the viewers'. */
function noticeTo({ unitId, organizationId }: Place): Statement[] {
  const [notice, subject] = [someId(), someId()];
  return [
    [
      `insert into organization.notice_subject (committee_id, subject_id, type, id, obligation)
       values ($1, $2, 'Receipt', 'x', 'ACKNOWLEDGE')`,
      subject,
    ],
    [
      `insert into organization.notice
         (committee_id, notice_id, subject_id, kind, unit_id, level, title, outside_text, urgent, requested_at)
       values ($1, $2, $3, 'REMINDER', $4, 0, '请签收', '您有一件公文待签收。', false, '2020-10-01')`,
      notice,
      subject,
      unitId,
    ],
    [
      `insert into organization.inbox_notice
         (committee_id, notice_id, account_id, subject_id, post_id, organization_id, body, created_at)
       values ($1, $2, $3, $4, $3, $5, '请尽快办理。', '2020-10-01')`,
      notice,
      someId(),
      subject,
      organizationId,
    ],
  ];
}

interface Column {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  /** Every column of the table. */
  readonly columns: readonly string[];
}

/** Appends the mark to every text that is not the own units'; where a constraint forbids it, the text stays as it is. */
async function markForeign(database: TestDatabase, own: readonly string[]): Promise<void> {
  const columns = await database.query<Column>(
    `select n.nspname as schema, c.relname as table, a.attname as column,
            (select array_agg(attname::text) from pg_attribute where attrelid = c.oid and attnum > 0) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname in ('organization', 'dispatch', 'reports', 'approvals', 'dues') and c.relkind in ('r', 'p')
       and not c.relispartition and a.attnum > 0 and a.atttypid = 'text'::regtype and a.attgenerated = ''
       and c.relname not in ('migration', 'committee', 'outbox', 'processed_event', 'idempotency_key', 'audit', 'audit_head')`,
  );
  const units = own.map((id) => `'${id}'`).join(', ');
  for (const each of columns.filter(({ column }) => !NOT_MARKED.test(column))) {
    const name = `${each.schema}.${each.table}`;
    await database.query(
      `do $$ begin
         update ${name} t set ${each.column} = ${each.column} || '${MARKS[markOf(each)]}'
         where ${each.column} is not null and ${foreignRows(each, units)};
       exception when check_violation or unique_violation or foreign_key_violation then null;
       end $$`,
    );
  }
  await database.query(
    `update dispatch.feedback set content = jsonb_build_array(jsonb_build_object('name', 'plan', 'value', '${MARKS.business}'))
     where unit_id not in (${units}) and kind = 'FORM'`,
  );
}

const DIRECTORY =
  /^(unit|unit_name|zone|directory_unit|directory_organization|directory_group|report_template|report_template_version)$/;

const NOTICE = /^(inbox_)?notice/;

function markOf({ schema, table }: Column): Mark {
  if (DIRECTORY.test(table)) return 'directory';
  if (table === 'member' || NOTICE.test(table)) return 'business';
  // Series are set up by administrators.
  return schema === 'organization' || table === 'number_series' ? 'structure' : 'business';
}

/** What stands on a paper is its holders' too; how it came about is nobody's but the office's. */
const ON_PAPER = new Set([
  'title',
  'addressee_line',
  'copy_line',
  'note',
  'conveyance_scope',
  'issuer_name',
  'signatory',
  'document_number',
]);
const OF_PAPER = new Set(['document', 'attachment']);

/** What is also theirs of whom it asks something, by its key. */
const ASKED_BY: Readonly<Record<string, string>> = {
  report_task: 'task_id',
  report_template: 'template_id',
  report_template_version: 'template_id',
};

function foreignRows({ schema, table, column, columns }: Column, units: string): string {
  if (schema === 'dispatch' && OF_PAPER.has(table)) {
    const held = `exists (select from dispatch.receipt r where r.document_id = t.document_id and r.unit_id in (${units}))`;
    return table === 'attachment' || ON_PAPER.has(column) ? `not ${held}` : 'true';
  }
  const asked = ASKED_BY[table];
  if (asked) {
    return `not exists (select from reports.report r where r.${asked} = t.${asked} and r.unit_id in (${units}))`;
  }
  const notTheCommittees = `(select o.unit_id from organization.organization o where o.kind = 'WORK_COMMITTEE')`;
  if (table === 'zone') {
    return `not exists (select from organization.zone_unit z where z.zone_id = t.zone_id and z.unit_id in (${units}))`;
  }
  if (columns.includes('unit_id')) return `t.unit_id not in (${units}) and t.unit_id not in ${notTheCommittees}`;
  if (columns.includes('organization_id')) {
    return `t.organization_id not in (select o.organization_id from organization.organization o
                                      where o.unit_id in (${units}) or o.kind = 'WORK_COMMITTEE')`;
  }
  return 'true';
}
