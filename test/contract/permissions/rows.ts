import { createHash } from 'node:crypto';

import type { Id, PersonActor } from '@hub/core';

import type { DocumentResult } from '../../../subgraphs/dispatch/src/usecases/document-step';
import { recordAttachment } from '../../../subgraphs/dispatch/src/usecases/record-attachment';
import { type Office, openOfficeAt } from '../../integration/dispatch/office';
import { idNumber, memberInput, REGISTER } from '../../integration/organization/member-world';
import {
  personActor,
  plantedAdoption,
  plantedReport,
  plantedReportFile,
  plantedReportImport,
  plantedReportPlan,
  someId,
  type TestDatabase,
  type TestWorld,
} from '../../support';
import { PLACES, type Place, type PlaceName } from './place';
import { type Committee, type Seat, twoCommittees } from './two-committees';

export interface MatrixWorld {
  readonly places: Readonly<Record<PlaceName, Place>>;
  /** The office of the first committee. */
  readonly office: Office;
}

/** A world in which every place has a row of everything. */
export async function openMatrixWorld(world: TestWorld): Promise<MatrixWorld> {
  const [first, second] = await twoCommittees(world);
  const office = await officeOf(world, first);
  const foreign = await officeOf(world, second);
  const places: Place[] = [];
  for (const seat of first.seats) places.push(await placeOf(world, first, seat, office));
  for (const seat of second.seats.slice(1)) places.push(await placeOf(world, second, seat, foreign));
  const byName = Object.fromEntries(places.map((place) => [place.name, place])) as Record<PlaceName, Place>;
  for (const name of PLACES) if (!byName[name]) throw new Error(`no place ${name}`);
  return { places: byName, office };
}

async function officeOf(world: TestWorld, { committeeId, groupId, seats }: Committee): Promise<Office> {
  const [own, ...units] = seats.map(({ unitId, organizationId, name }) => ({ unitId, organizationId, name }));
  if (!own) throw new Error('a committee has an office');
  return openOfficeAt(world, { committeeId, own, units, groupId });
}

async function placeOf(world: TestWorld, committee: Committee, seat: Seat, office: Office): Promise<Place> {
  const { committeeId, zoneId, groupId } = committee;
  const { name, unitId, organizationId, affiliationPath, accountId, postId, sectionId, branchId } = seat;
  const paper = await paperFor(office, organizationId);
  const number = idNumber('1985-03-12', 101 + 2 * PLACES.indexOf(name));
  return {
    name,
    committeeId,
    unitId,
    organizationId,
    affiliationPath,
    drafterAccountId: (office.as('OFFICE_CLERK').actor as PersonActor).accountId,
    accountId,
    idNumber: number,
    ids: {
      unit: unitId,
      organization: organizationId,
      branch: branchId,
      account: accountId,
      post: postId,
      watcherPost: committee.watcherPostId,
      section: sectionId,
      zone: zoneId,
      group: groupId,
      member: await memberOf(world, committeeId, seat, number),
      ...(await aboutPeople(world, committeeId, seat)),
      inspection: await inspectionOf(world, committeeId, seat),
      ...paper,
      series: office.seriesId,
      ...(await owedBy(world, committeeId, seat)),
      reminder: await remindersOf(world, committeeId, seat, 1),
      higherReminder: await remindersOf(world, committeeId, seat, 3),
    },
  };
}

/** One paper with a file, for that organisation and for nobody else. */
async function paperFor(office: Office, organizationId: Id) {
  let attachment = '';
  const attach = async ({ documentId }: DocumentResult) => {
    attachment = await recordAttachment(office.as('OFFICE_CLERK'), {
      purpose: 'dispatch.attachment',
      targetId: documentId,
      storageKey: 'ab/cd',
      fileName: '任务清单.pdf',
      mediaType: 'application/pdf',
      byteSize: 1024,
      contentDigest: 'a'.repeat(64),
    });
  };
  const organizations = [{ organizationId, role: 'TO', duty: null, copies: 1 } as const];
  const audience = { groups: [], organizations, exclusions: [], externals: [] };
  const { documentId } = await office.issue(await office.bringTo('ISSUE', { audience }, attach));
  return { document: documentId, receipt: `${documentId}.${organizationId}`, attachment };
}

async function memberOf(world: TestWorld, committeeId: Id, seat: Seat, number: string): Promise<Id> {
  const { unitId, organizationId, branchId } = seat;
  const clerk = personActor('UNIT_CLERK', { committeeId, unitId, organizationId });
  const input = memberInput(branchId, { idNumber: number });
  const { data, errors } = await world.graphql('organization', clerk, REGISTER, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as { registerMember: { id: Id } }).registerMember.id;
}

/** What is about people and programs, whoever reads it. */
async function aboutPeople({ database }: TestWorld, committeeId: Id, seat: Seat) {
  const { accountId, postId, name, unitId } = seat;
  const [delegation, serviceToken, registration] = [someId(), someId(), someId()];
  const [exportRecord, exportGrant] = [someId(), someId()];
  const at = '2020-10-01T09:00:00+08:00';
  const digest = createHash('sha256').update(serviceToken).digest();
  const [delegate] = await database.query<{ accountId: Id }>(
    `select account_id as "accountId" from organization.account where committee_id = $1 and account_id <> $2 limit 1`,
    [committeeId, accountId],
  );
  await database.query(
    `insert into organization.delegation (committee_id, delegation_id, post_id, account_id, principal_name, post_title,
       delegate_account_id, delegate_name, from_on, to_on, reason, granted_at)
     values ($1, $2, $3, $4, $5, '负责人', $6, '受托人', '2020-10-10', '2020-10-20', '出差在外', $7)`,
    [committeeId, delegation, postId, accountId, name, delegate?.accountId, at],
  );
  await database.query(
    `insert into organization.service_token (committee_id, token_id, digest, hint, name, purpose, documents,
       issued_by_account_id, issued_by_name, issued_at, expires_at)
     values ($1, $2, $3, 'abcd', '看板', '看板取数', array['UnitRows'], $4, '管理员', $5, '2021-06-01T00:00:00+08:00')`,
    [committeeId, serviceToken, digest, accountId, at],
  );
  await database.query(
    `insert into organization.registered_document (committee_id, registration_id, document_id, name, purpose, text, cost,
       state, author_account_id, author_name, registered_at)
     values ($1, $2, $3, $4, '看板取数', '{ me { accountId } }', 1, 'PENDING', $5, '管理员', $6)`,
    [committeeId, registration, digest.toString('hex'), `Own${name}`, accountId, at],
  );
  await database.query(
    `insert into organization.export_log (committee_id, export_id, document_id, document_name, format, variables_digest,
       actor_name, account_id, request_id, started_at)
     values ($1, $2, 'd', 'UnitRows', 'CSV', 'v', '管理员', $3, 'r', $4)`,
    [committeeId, exportRecord, accountId, at],
  );
  await database.query(
    `insert into organization.export_grant (committee_id, grant_id, unit_id, document_id, document_name, variables_digest,
       reason, state, requested_by_account_id, requested_by_post_id, requested_by_name, requested_at)
     values ($1, $2, $3, 'd', 'UnitRows', 'v', '年度统计', 'REQUESTED', $4, $5, '申请人', $6)`,
    [committeeId, exportGrant, unitId, someId(), someId(), at],
  );
  const notice = await noticeTo(database, committeeId, seat);
  return { delegation, serviceToken, registration, exportRecord, exportGrant, notice };
}

/** A reminder in the inbox of who holds the place. */
async function noticeTo(database: TestDatabase, committeeId: Id, seat: Seat): Promise<Id> {
  const { accountId, organizationId, postId, unitId } = seat;
  const [notice, subject] = [someId(), someId()];
  await database.query(
    `insert into organization.notice_subject (committee_id, subject_id, type, id, obligation)
     values ($1, $2, 'Receipt', $2::uuid::text, 'ACKNOWLEDGE')`,
    [committeeId, subject],
  );
  await database.query(
    `insert into organization.notice (committee_id, notice_id, subject_id, kind, unit_id, level, title, outside_text,
       urgent, requested_at)
     values ($1, $2, $3, 'REMINDER', $4, 0, '请签收', '您有一件公文待签收。', false, '2020-10-10T09:00:00+08:00')`,
    [committeeId, notice, subject, unitId],
  );
  await database.query(
    `insert into organization.inbox_notice (committee_id, notice_id, account_id, subject_id, post_id, organization_id, body,
       created_at)
     values ($1, $2, $3, $4, $5, $6, '请尽快办理。', '2020-10-10T09:00:00+08:00')`,
    [committeeId, notice, accountId, subject, postId, organizationId],
  );
  return notice;
}

async function inspectionOf({ database }: TestWorld, committeeId: Id, seat: Seat): Promise<Id> {
  const [inspection, accountId] = [someId(), someId()];
  await database.query(
    `insert into organization.account (committee_id, account_id, login_name, display_name, password_hash, duty, status)
     select committee_id, $2, 'inspector.' || login_name, '巡察组', password_hash, 'INSPECTOR', 'ACTIVE'
     from organization.account where committee_id = $1 and account_id = $3`,
    [committeeId, accountId, seat.accountId],
  );
  await database.query(
    `insert into organization.post
       (committee_id, post_id, account_id, organization_id, unit_id, role, title, held_from, held_to)
     values ($1, $2, $3, $4, $5, 'INSPECTOR', '巡察', '2020-10-01', '2020-12-31')`,
    [committeeId, inspection, accountId, seat.organizationId, seat.unitId],
  );
  await database.query(
    `insert into organization.inspection
       (committee_id, inspection_id, account_id, kind, order_number, reason, opened_by_account_id, opened_by_name, opened_at)
     values ($1, $2, $3, 'DISCIPLINE', '焦巡〔2020〕1号', '例行巡察', $4, '安全管理员', '2020-10-01T09:00:00+08:00')`,
    [committeeId, inspection, accountId, someId()],
  );
  return inspection;
}

/** What the three small subgraphs keep of a unit. */
async function owedBy({ database }: TestWorld, committeeId: Id, { name, unitId, organizationId }: Seat) {
  const [report, reportTask, reportTemplate, reportFile] = [someId(), someId(), someId(), someId()];
  const reportPlan = someId();
  const [reportImport, reportPublication, request, duesCharge] = [someId(), someId(), someId(), someId()];
  const ids = { taskId: reportTask, reportId: report, templateId: reportTemplate };
  const planted = plantedReport({ unitId, organizationId }, ids);
  const parts = [
    plantedReportPlan(reportTemplate, reportPlan),
    plantedReportFile({ unitId }, report, reportFile),
    plantedAdoption({ unitId }, report),
    plantedReportImport({ unitId }, reportTask, { importId: reportImport, ofOffice: name === 'WORK' }),
  ];
  for (const [text, ...parameters] of [...planted, ...parts]) {
    await database.query(text, [committeeId, ...parameters]);
  }
  await database.query(
    `insert into reports.report_publication
       (committee_id, publication_id, report_id, title, kind, from_unit_id, from_name, fields, readers, published_at,
        published_by_account_id, published_by_name)
     values ($1, $2, $3, '经验交流', 'MONTHLY', $4, '机关党委', '[]', 'ALL', '2020-10-12T09:00:00+08:00', $2, '办公室')`,
    [committeeId, reportPublication, report, unitId],
  );
  await database.query(
    `insert into approvals.request (committee_id, request_id, unit_id, organization_id, title, state, submitted_at)
     values ($1, $2, $3, $4, '关于换届的请示', 'SUBMITTED', '2020-10-10T09:00:00+08:00')`,
    [committeeId, request, unitId, organizationId],
  );
  await database.query(
    `insert into dues.dues_charge (committee_id, charge_id, unit_id, organization_id, member_id, month, amount_fen)
     values ($1, $2, $3, $4, $5, '2020-10-01', 1200)`,
    [committeeId, duesCharge, unitId, organizationId, someId()],
  );
  const asked = { reportTask, reportTemplate, reportPlan };
  return { ...asked, report, reportFile, reportImport, reportPublication, request, duesCharge };
}

/** In every subgraph a level that was released and answered: whoever may act gets as far as that. */
async function remindersOf({ database }: TestWorld, committeeId: Id, seat: Seat, level: number): Promise<Id> {
  const [reminder, subject] = [someId(), someId()];
  for (const schema of ['organization', 'dispatch', 'reports', 'approvals', 'dues']) {
    await database.query(
      `insert into ${schema}.reminder (committee_id, subject_id, part_id, obligation, started_at, due_at, step, reminder_id,
         level, state, shown_to, organization_id, unit_id, channel, planned_at, created_at, decided_at, decided_by_name,
         answer, answered_at)
       values ($1, $2, $3, 'REPORT', $5, $5, 'L', $6, $7, 'RELEASED', 'UNIT', $3, $4, 'HUB', $5, $5, $5, '核稿', '好', $5)`,
      [committeeId, subject, seat.organizationId, seat.unitId, '2020-10-10T09:00:00+08:00', reminder, level],
    );
  }
  return reminder;
}
