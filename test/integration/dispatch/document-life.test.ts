import { abolishDocument } from '../../../subgraphs/dispatch/src/usecases/abolish-document';
import { approveForIssue } from '../../../subgraphs/dispatch/src/usecases/approve-for-issue';
import { archiveDocument } from '../../../subgraphs/dispatch/src/usecases/archive-document';
import { assignNumber } from '../../../subgraphs/dispatch/src/usecases/assign-number';
import { checkDocument } from '../../../subgraphs/dispatch/src/usecases/check-document';
import type { DocumentResult } from '../../../subgraphs/dispatch/src/usecases/document-step';
import { referToSigner } from '../../../subgraphs/dispatch/src/usecases/refer-to-signer';
import { returnDocument } from '../../../subgraphs/dispatch/src/usecases/return-document';
import { reviseDocument } from '../../../subgraphs/dispatch/src/usecases/revise-document';
import { revokeDocument } from '../../../subgraphs/dispatch/src/usecases/revoke-document';
import { submitDocument } from '../../../subgraphs/dispatch/src/usecases/submit-document';
import { createTestWorld, personActor, type TestWorld } from '../../support';
import { draftOf, type Office, openOffice, type Step } from './office';
import { reasonOf } from './refusal';

let world: TestWorld;
let office: Office;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
  office = await openOffice(world);
});

afterAll(() => world.close());

const of = ({ documentId, version }: DocumentResult) => ({ documentId, expectedVersion: version });

test('a draft goes through every step and reaches its addressees under a number', async () => {
  const ready = await office.bringTo('ISSUE');
  expect(ready.state).toBe('READY');
  const issued = await office.issue(ready);
  expect(issued.state).toBe('ISSUED');
  const receipts = await world.database.query(
    `select unit_name, state, duty, acknowledge_due_at from dispatch.receipt
     where document_id = $1 order by protocol_order`,
    [issued.documentId],
  );
  const due = new Date('2020-10-16T18:00:00+08:00');
  expect(receipts).toEqual(
    office.units.map(({ name }) => ({
      unit_name: name,
      state: 'DELIVERED',
      duty: 'ACKNOWLEDGE',
      acknowledge_due_at: due,
    })),
  );
});

test('every act stands on the sheet with person, post, text and opinion', async () => {
  const { documentId } = await office.issue(await office.bringTo('ISSUE'));
  const acts = await world.database.query<{ act: string }>(
    `select act, post_title, text_digest = (select text_digest from dispatch.document d
                                            where d.document_id = a.document_id) as same_text
     from dispatch.document_act a where document_id = $1 order by ordinal`,
    [documentId],
  );
  expect(acts).toEqual([
    { act: 'DRAFT', post_title: 'OFFICE_CLERK', same_text: true },
    { act: 'SUBMIT', post_title: 'OFFICE_CLERK', same_text: true },
    { act: 'CHECK', post_title: 'OFFICE_CHECKER', same_text: true },
    { act: 'APPROVE', post_title: 'COMMITTEE_LEADER', same_text: true },
    { act: 'RECHECK', post_title: 'OFFICE_REGISTRAR', same_text: true },
    { act: 'ASSIGN_NUMBER', post_title: 'OFFICE_REGISTRAR', same_text: true },
    { act: 'ISSUE', post_title: 'OFFICE_REGISTRAR', same_text: true },
  ]);
});

test('issuing tells the other subgraphs and leaves one line in the audit trail', async () => {
  const { documentId } = await office.issue(await office.bringTo('ISSUE'));
  const events = await world.database.query(
    `select event, payload ->> 'recipientCount' as recipients from dispatch.outbox where aggregate_id = $1`,
    [documentId],
  );
  expect(events).toEqual([{ event: 'dispatch.document-issued', recipients: '3' }]);
  const audit = await world.database.query(
    `select after ->> 'recipients' as recipients, length(after ->> 'recipientsDigest') as digest
     from dispatch.audit where object_id = $1 and action = 'issueDocument'`,
    [documentId],
  );
  expect(audit).toEqual([{ recipients: '3', digest: 64 }]);
});

describe('sending back', () => {
  const returners: readonly [Step, Parameters<Office['as']>[0]][] = [
    ['CHECK', 'OFFICE_CHECKER'],
    ['APPROVE', 'COMMITTEE_LEADER'],
    ['RECHECK', 'OFFICE_REGISTRAR'],
    ['ASSIGN_NUMBER', 'OFFICE_REGISTRAR'],
    ['ISSUE', 'OFFICE_REGISTRAR'],
  ];

  test.each(returners)('at %s the paper goes to its drafter, who revises it', async (step, role) => {
    const due = await office.bringTo(step);
    const returned = await returnDocument(office.as(role), { ...of(due), opinion: '请补充依据。' });
    expect(returned.state).toBe('RETURNED');
    const draft = { ...draftOf(office), text: '请于月底前报送。依据：工作要点。' };
    const revised = await reviseDocument(office.as('OFFICE_CLERK'), { ...of(returned), ...draft });
    expect(revised.state).toBe('RETURNED');
    const again = await submitDocument(office.as('OFFICE_CLERK'), { ...of(revised), notClassifiedPledge: true });
    expect(again.state).toBe('CHECKING');
  });

  test('needs a word', async () => {
    const due = await office.bringTo('CHECK');
    expect(await reasonOf(returnDocument(office.as('OFFICE_CHECKER'), { ...of(due), opinion: ' ' }))).toBe(
      'OPINION_REQUIRED',
    );
  });

  test('after the signature voids the signature and forgets the recipients', async () => {
    const due = await office.bringTo('ISSUE');
    await returnDocument(office.as('OFFICE_REGISTRAR'), { ...of(due), opinion: '改动正文。' });
    const [row] = await world.database.query(
      `select approved_at, text_frozen_at, distribution_digest,
              (select count(*)::int from dispatch.distribution x where x.document_id = d.document_id) as distribution
       from dispatch.document d where document_id = $1`,
      [due.documentId],
    );
    expect(row).toEqual({ approved_at: null, text_frozen_at: null, distribution_digest: null, distribution: 0 });
  });

  test('for a substantive change goes to the one who signed, and to no other leader', async () => {
    const due = await office.bringTo('RECHECK');
    const referred = await referToSigner(office.as('OFFICE_REGISTRAR'), { ...of(due), opinion: '期限有误。' });
    expect(referred.state).toBe('APPROVING');
    const { committeeId } = office;
    const other = world.context('dispatch', personActor('COMMITTEE_LEADER', { committeeId })) as ReturnType<
      Office['as']
    >;
    expect(await reasonOf(approveForIssue(other, { ...of(referred), asMainLeader: true }))).toBe('NOT_ORIGINAL_SIGNER');
    const signed = await approveForIssue(office.as('COMMITTEE_LEADER'), { ...of(referred), asMainLeader: true });
    expect(signed.state).toBe('RECHECKING');
  });
});

describe('one person', () => {
  test('does not check the own draft', async () => {
    const checker = office.as('OFFICE_CHECKER');
    const drafted = await office.draft({}, checker);
    const submitted = await submitDocument(checker, { ...of(drafted), notClassifiedPledge: true });
    expect(await reasonOf(checkDocument(checker, { ...of(submitted), secrecyReviewed: true }))).toBe('SAME_PERSON');
  });

  test('does not revise the draft of another', async () => {
    const drafted = await office.draft();
    const input = { ...of(drafted), ...draftOf(office) };
    expect(await reasonOf(reviseDocument(office.as('OFFICE_CHECKER'), input))).toBe('OUTSIDE_SCOPE');
  });
});

test('the check says that the paper was reviewed for secrecy', async () => {
  const due = { ...of(await office.bringTo('CHECK')), secrecyReviewed: false };
  expect(await reasonOf(checkDocument(office.as('OFFICE_CHECKER'), due))).toBe('SECRECY_REVIEW_REQUIRED');
});

describe('an act out of its turn', () => {
  test('is refused: numbering before approval, a second approval, numbering twice', async () => {
    const registrar = office.as('OFFICE_REGISTRAR');
    const checking = await office.bringTo('CHECK');
    expect(await reasonOf(assignNumber(registrar, of(checking)))).toBe('NUMBER_WITHOUT_APPROVAL');
    const approved = await office.bringTo('RECHECK');
    const again = approveForIssue(office.as('COMMITTEE_LEADER'), { ...of(approved), asMainLeader: true });
    expect(await reasonOf(again)).toBe('ALREADY_APPROVED');
    const numbered = await office.bringTo('ISSUE');
    expect(await reasonOf(assignNumber(registrar, of(numbered)))).toBe('ALREADY_NUMBERED');
  });

  test('is refused on an older version', async () => {
    const { documentId } = await office.bringTo('CHECK');
    const stale = { documentId, expectedVersion: 1, secrecyReviewed: true };
    expect(await reasonOf(checkDocument(office.as('OFFICE_CHECKER'), stale))).toBe('STALE_VERSION');
  });
});

describe('after it was issued', () => {
  const basis = {
    decidedBy: '中共焦作市委市直机关工委',
    basisDocument: '工委会议纪要〔2020〕9号',
    decidedOn: '2020-10-15',
  };

  test('a paper is archived', async () => {
    const issued = await office.issue(await office.bringTo('ISSUE'));
    const archived = await archiveDocument(office.as('OFFICE_REGISTRAR'), {
      ...of(issued),
      archiveNumber: '2020-Y-140',
    });
    expect(archived.state).toBe('ARCHIVED');
  });

  test('a paper is revoked or abolished, with the body and the document that decided it', async () => {
    const leader = office.as('COMMITTEE_LEADER');
    const first = await office.issue(await office.bringTo('ISSUE'));
    const nothing = { ...basis, basisDocument: ' ' };
    const unfounded = () => revokeDocument(leader, { ...of(first), opinion: '有误。', basis: nothing });
    expect(await reasonOf(unfounded())).toBe('ENDING_BASIS_REQUIRED');
    expect((await revokeDocument(leader, { ...of(first), opinion: '有误。', basis })).state).toBe('REVOKED');
    const second = await office.issue(await office.bringTo('ISSUE'));
    const end = { ...of(second), opinion: '另有新规。', basis, abolishedOn: '2021-01-01' };
    expect((await abolishDocument(leader, end)).state).toBe('ABOLISHED');
  });
});
