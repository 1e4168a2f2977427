import type { Id, PersonActor, Role } from '@hub/core';
import type { UseCaseContext } from '@hub/persistence';

import type { DispatchDeps } from '../../../subgraphs/dispatch/src/deps';
import { approveForIssue } from '../../../subgraphs/dispatch/src/usecases/approve-for-issue';
import { assignNumber } from '../../../subgraphs/dispatch/src/usecases/assign-number';
import { checkDocument } from '../../../subgraphs/dispatch/src/usecases/check-document';
import { createNumberSeries } from '../../../subgraphs/dispatch/src/usecases/create-number-series';
import type { DocumentResult } from '../../../subgraphs/dispatch/src/usecases/document-step';
import { type DraftDocumentInput, draftDocument } from '../../../subgraphs/dispatch/src/usecases/draft-document';
import { issueDocument } from '../../../subgraphs/dispatch/src/usecases/issue-document';
import { previewDistribution } from '../../../subgraphs/dispatch/src/usecases/preview-distribution';
import { recheckDocument } from '../../../subgraphs/dispatch/src/usecases/recheck-document';
import { submitDocument } from '../../../subgraphs/dispatch/src/usecases/submit-document';
import { personActor, someId, type TestWorld } from '../../support';

export type Context = UseCaseContext<DispatchDeps>;

/** A work committee with an office, a number series, units with one organisation each, and a group of all of them. */
export interface Office {
  readonly committeeId: Id;
  readonly organizationId: Id;
  readonly seriesId: Id;
  readonly groupId: Id;
  readonly units: readonly OfficeUnit[];
  as(role: Role, options?: { readonly idempotencyKey?: string }): Context;
  unit(index: number): Context;
  draft(change?: Partial<DraftDocumentInput>, drafter?: Context): Promise<DocumentResult>;
  /** Brings a new draft to the state in which the named step is due. */
  bringTo(
    step: Step,
    change?: Partial<DraftDocumentInput>,
    /** What is done to the draft before it is handed in. */
    prepare?: (draft: DocumentResult) => Promise<void>,
  ): Promise<DocumentResult>;
  issue(document: DocumentResult): Promise<DocumentResult>;
}

export interface OfficeUnit {
  readonly unitId: Id;
  readonly organizationId: Id;
  readonly name: string;
}

export const STEPS = ['SUBMIT', 'CHECK', 'APPROVE', 'RECHECK', 'ASSIGN_NUMBER', 'ISSUE'] as const;

export type Step = (typeof STEPS)[number];

/** Whom an office works for, when the directory knows them already. */
export interface OfficePlace {
  readonly committeeId: Id;
  readonly own: OfficeUnit;
  readonly units: readonly OfficeUnit[];
  readonly groupId: Id;
}

export async function openOffice(world: TestWorld, unitCount = 3): Promise<Office> {
  const committeeId = someId();
  const units = Array.from({ length: unitCount }, (_, index) => unitOf(index));
  const own = { unitId: someId(), organizationId: someId(), name: '市直机关工委' };
  await addUnits(world, committeeId, [own, ...units]);
  const groupId = someId();
  await setGroup(world, committeeId, groupId, units);
  return openOfficeAt(world, { committeeId, own, units, groupId });
}

export async function openOfficeAt(world: TestWorld, place: OfficePlace): Promise<Office> {
  const { committeeId, own, units, groupId } = place;
  const { organizationId } = own;
  const people = new Map<Role, PersonActor>();
  const person = (role: Role): PersonActor => {
    const known = people.get(role) ?? personActor(role, { committeeId, organizationId, unitId: own.unitId });
    people.set(role, known);
    return known;
  };
  const as: Office['as'] = (role, options) => world.context('dispatch', person(role), options);
  const seriesId = await createNumberSeries(as('OFFICE_REGISTRAR'), {
    prefix: '焦直文',
    name: '工委文件',
    issuerOrganizationId: organizationId,
    kinds: ['NOTIFICATION', 'OPINION', 'REQUEST', 'REPORT'],
  });
  const draft: Office['draft'] = (change, drafter = as('OFFICE_CLERK')) =>
    draftDocument(drafter, { ...draftOf({ seriesId, groupId }), ...change });
  const steps = stepsOf(as);
  return {
    committeeId,
    organizationId,
    seriesId,
    groupId,
    units,
    as,
    unit: (index) => {
      const { unitId, organizationId: held } = units[index] as OfficeUnit;
      return world.context('dispatch', personActor('UNIT_CLERK', { committeeId, unitId, organizationId: held }));
    },
    draft,
    bringTo: async (step, change, prepare) => {
      let document = await draft(change);
      if (prepare) {
        await prepare(document);
        document = { ...document, version: await versionOf(world, document) };
      }
      for (const due of STEPS) {
        if (due === step) break;
        document = await steps[due](document);
      }
      return document;
    },
    issue: steps.ISSUE,
  };
}

async function versionOf(world: TestWorld, { documentId }: DocumentResult): Promise<number> {
  const [row] = await world.database.query<{ version: number }>(
    'select version from dispatch.document where document_id = $1',
    [documentId],
  );
  return row?.version ?? 0;
}

function unitOf(index: number): OfficeUnit {
  return { unitId: someId(), organizationId: someId(), name: `第${index + 1}局` };
}

/** As the projection of the directory would write them. */
export async function addUnits(world: TestWorld, committeeId: Id, units: readonly OfficeUnit[]): Promise<void> {
  await world.database.query(
    `insert into dispatch.directory_unit (committee_id, unit_id, name, nature, protocol_order, active, version)
     select $1, u."unitId", u.name, 'ADMINISTRATIVE', u.ordinality, true, 1
     from rows from (jsonb_to_recordset($2::jsonb) as ("unitId" uuid, name text)) with ordinality as u`,
    [committeeId, JSON.stringify(units)],
  );
  await world.database.query(
    `insert into dispatch.directory_organization
       (committee_id, organization_id, unit_id, name, kind, affiliation_path, active, version)
     select $1, u."organizationId", u."unitId", '中共' || u.name || '机关委员会', 'ORGAN_COMMITTEE',
            array[u."organizationId"], true, 1
     from jsonb_to_recordset($2::jsonb) as u("unitId" uuid, "organizationId" uuid, name text)`,
    [committeeId, JSON.stringify(units)],
  );
}

export async function setGroup(
  world: TestWorld,
  committeeId: Id,
  groupId: Id,
  members: readonly OfficeUnit[],
): Promise<void> {
  await world.database.query(
    `insert into dispatch.directory_group (committee_id, group_id, name, group_version, organization_ids)
     values ($1, $2, '全部单位', 1, $3)
     on conflict (committee_id, group_id) do update set organization_ids = excluded.organization_ids`,
    [committeeId, groupId, members.map((member) => member.organizationId)],
  );
}

export function draftOf({ seriesId, groupId }: Pick<Office, 'seriesId' | 'groupId'>): DraftDocumentInput {
  return {
    seriesId,
    kind: 'NOTIFICATION',
    direction: 'DOWNWARD',
    urgency: 'ORDINARY',
    textScope: 'SPECIAL',
    disclosure: 'WITHHELD',
    title: '关于报送工作总结的通知',
    addresseeLine: '市直各单位党组织：',
    text: '请于月底前报送工作总结。',
    audience: { groups: [{ groupId, role: 'TO', duty: null }], organizations: [], exclusions: [], externals: [] },
  };
}

function stepsOf(as: Office['as']): Readonly<Record<Step, (document: DocumentResult) => Promise<DocumentResult>>> {
  const of = ({ documentId, version }: DocumentResult) => ({ documentId, expectedVersion: version });
  return {
    SUBMIT: (document) => submitDocument(as('OFFICE_CLERK'), { ...of(document), notClassifiedPledge: true }),
    CHECK: (document) => checkDocument(as('OFFICE_CHECKER'), { ...of(document), secrecyReviewed: true }),
    APPROVE: (document) => approveForIssue(as('COMMITTEE_LEADER'), { ...of(document), asMainLeader: true }),
    RECHECK: (document) => recheckDocument(as('OFFICE_REGISTRAR'), of(document)),
    ASSIGN_NUMBER: (document) => assignNumber(as('OFFICE_REGISTRAR'), of(document)),
    ISSUE: async (document) => {
      const registrar = as('OFFICE_REGISTRAR');
      const { recipientVersion } = await previewDistribution(registrar, document.documentId);
      return issueDocument(registrar, { ...of(document), recipientVersion });
    },
  };
}
