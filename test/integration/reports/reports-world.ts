import { type CalendarContent, calendarContent } from '@hub/contracts';
import { type Id, type PersonActor, type Role, STANDARD_TIME_RULES } from '@hub/core';
import { keepTimeRules } from '@hub/persistence';
import type { ReportKind } from '../../../subgraphs/reports/src/domain/report-kind';
import type { TemplateField } from '../../../subgraphs/reports/src/domain/template-field';
import type { ReportsContext } from '../../../subgraphs/reports/src/usecases/context';
import { type OpenTaskInput, openTask } from '../../../subgraphs/reports/src/usecases/open-task';
import { type CallOptions, createTestWorld, personActor, someId, systemActor, type TestWorld } from '../../support';

export interface ReportsUnit {
  readonly unitId: Id;
  readonly organizationId: Id;
  readonly name: string;
}

export interface Template {
  readonly templateId: Id;
  readonly kind: ReportKind;
  readonly number: number;
}

/** A work committee that asks, units with one organisation each that answer, and a group of all of them. */
export interface ReportsDesk {
  readonly world: TestWorld;
  readonly committeeId: Id;
  readonly groupId: Id;
  readonly units: readonly ReportsUnit[];
  /** The same person each time. */
  as(role: Role, call?: CallOptions): ReportsContext;
  /** Somebody of that unit. */
  of(unit: number, role?: 'UNIT_CLERK' | 'UNIT_LEADER'): PersonActor;
  /** A template that is current. */
  template(fields: readonly TemplateField[], kind?: ReportKind): Promise<Template>;
  /** What opens a task for all units, unless the change says otherwise. */
  demand(template: Template, change?: Partial<OpenTaskInput>): OpenTaskInput;
  open(template: Template, change?: Partial<OpenTaskInput>): Promise<Id>;
}

export const numberField = (key: string, label: string, change: Partial<TemplateField> = {}): TemplateField => ({
  key,
  label,
  type: 'NUMBER',
  origin: { by: 'ASKED' },
  required: true,
  ...change,
});

/** Thursday, in office hours, of the month that monthly reports are asked for. */
export const REPORTS_MORNING = '2020-10-15T09:00:00+08:00';

export async function openReports(unitCount: number, at = REPORTS_MORNING): Promise<ReportsDesk> {
  return openDesk(await createTestWorld({ subgraphs: ['reports'], at }), unitCount);
}

/** A committee of its own in a world that is there. */
export async function openDesk(world: TestWorld, unitCount: number): Promise<ReportsDesk> {
  const committeeId = someId();
  const groupId = someId();
  const units = Array.from({ length: unitCount }, (_, index) => unitOf(index));
  const own = { unitId: someId(), organizationId: someId() };
  await addUnits(world, committeeId, units);
  await setGroup(world, committeeId, groupId, units);
  const demand: ReportsDesk['demand'] = (template, change = {}) => ({
    kind: template.kind,
    title: '10月份党建工作月报',
    periodKey: '2020-10',
    templateId: template.templateId,
    templateVersion: template.number,
    audience: { groups: [{ groupId }], organizations: [], exclusions: [] },
    ...change,
  });
  const people = new Map<Role, PersonActor>();
  const as: ReportsDesk['as'] = (role, call = {}) => {
    const person = people.get(role) ?? personActor(role, { committeeId, ...own, displayName: '王五', postTitle: role });
    people.set(role, person);
    return world.context('reports', person, call);
  };
  return {
    world,
    committeeId,
    groupId,
    units,
    as,
    demand,
    of: (unit, role = 'UNIT_CLERK') =>
      personActor(role, { committeeId, ...(units[unit] as ReportsUnit), displayName: '李四', postTitle: role }),
    template: (fields, kind = 'MONTHLY') => addTemplate(world, committeeId, kind, fields),
    open: (template, change) => openTask(as('OFFICE_CLERK'), demand(template, change)),
  };
}

const unitOf = (index: number): ReportsUnit => ({
  unitId: someId(),
  organizationId: someId(),
  name: `第${index + 1}局`,
});

/** As the projection of the directory would write them: every second one has a nature of its own. */
async function addUnits(world: TestWorld, committeeId: Id, units: readonly ReportsUnit[]): Promise<void> {
  await world.database.query(
    `insert into reports.directory_unit (committee_id, unit_id, name, nature, protocol_order, active, version)
     select $1, u."unitId", u.name, case when u.ordinality % 2 = 0 then 'STATE_ENTERPRISE' else 'ADMINISTRATIVE' end,
            u.ordinality, true, 1
     from rows from (jsonb_to_recordset($2::jsonb) as ("unitId" uuid, name text)) with ordinality as u`,
    [committeeId, JSON.stringify(units)],
  );
  await world.database.query(
    `insert into reports.directory_organization
       (committee_id, organization_id, unit_id, name, kind, affiliation_path, active, version)
     select $1, u."organizationId", u."unitId", '中共' || u.name || '机关委员会', 'ORGAN_COMMITTEE',
            array[u."organizationId"], true, 1
     from jsonb_to_recordset($2::jsonb) as u("unitId" uuid, "organizationId" uuid, name text)`,
    [committeeId, JSON.stringify(units)],
  );
}

async function setGroup(world: TestWorld, committeeId: Id, groupId: Id, units: readonly ReportsUnit[]): Promise<void> {
  await world.database.query(
    `insert into reports.directory_group (committee_id, group_id, name, group_version, organization_ids)
     values ($1, $2, '全部单位', 1, $3)`,
    [committeeId, groupId, units.map(({ organizationId }) => organizationId)],
  );
}

async function addTemplate(
  world: TestWorld,
  committeeId: Id,
  kind: ReportKind,
  fields: readonly TemplateField[],
): Promise<Template> {
  const templateId = someId();
  const now = world.clock.now();
  await world.database.query(
    `insert into reports.report_template
       (committee_id, template_id, name, kind, signature_needed, current_number, created_at, updated_at)
     values ($1, $2, $3, $4, false, 1, $5, $5)`,
    [committeeId, templateId, `模板${templateId}`, kind, now],
  );
  await addTemplateVersion(world, committeeId, { templateId, number: 1 }, fields);
  return { templateId, kind, number: 1 };
}

export async function addTemplateVersion(
  world: TestWorld,
  committeeId: Id,
  { templateId, number }: Pick<Template, 'templateId' | 'number'>,
  fields: readonly TemplateField[],
): Promise<void> {
  await world.database.query(
    `insert into reports.report_template_version
       (committee_id, template_id, number, fields, minutes, published_at, published_by_account_id, published_by_name)
     values ($1, $2, $3, $4, 30, $5, $6, '王五')`,
    [committeeId, templateId, number, JSON.stringify(fields), world.clock.now(), someId()],
  );
  await world.database.query('update reports.report_template set current_number = $2 where template_id = $1', [
    templateId,
    number,
  ]);
}

/** What the clocks of the committee run by from now on: the usual days but for the change. */
export async function setCalendar(
  { world, committeeId }: ReportsDesk,
  revision: number,
  change: Partial<CalendarContent>,
): Promise<void> {
  const content = calendarContent.parse({ ...STANDARD_TIME_RULES, ...change });
  await world
    .context('reports', systemActor(committeeId, 'directory'))
    .transaction((tx) => keepTimeRules(tx, 'reports', 'CALENDAR', { revision, content }));
}
