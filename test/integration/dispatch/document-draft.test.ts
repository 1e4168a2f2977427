import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { confirmOverride } from '../../../subgraphs/dispatch/src/usecases/confirm-override';
import type { DocumentResult } from '../../../subgraphs/dispatch/src/usecases/document-step';
import type { DraftDocumentInput } from '../../../subgraphs/dispatch/src/usecases/draft-document';
import { overrideRule } from '../../../subgraphs/dispatch/src/usecases/override-rule';
import { reviseDocument } from '../../../subgraphs/dispatch/src/usecases/revise-document';
import { submitDocument } from '../../../subgraphs/dispatch/src/usecases/submit-document';
import { createTestWorld, personActor, someId, type TestWorld } from '../../support';
import { draftOf, type Office, openOffice } from './office';
import { fingerprint, reasonOf } from './refusal';

let world: TestWorld;
let office: Office;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
  office = await openOffice(world);
});

afterAll(() => world.close());

const of = ({ documentId, version }: DocumentResult) => ({ documentId, expectedVersion: version });
const submit = (document: DocumentResult) =>
  submitDocument(office.as('OFFICE_CLERK'), { ...of(document), notClassifiedPledge: true });

describe('a draft that is refused leaves nothing', () => {
  test.each<[string, Partial<DraftDocumentInput>, string]>([
    ['a title of 10 000 characters', { title: '关'.repeat(10_000) }, 'TITLE_TOO_LONG'],
    ['no title', { title: ' ' }, 'TITLE_REQUIRED'],
    ['control characters in the title', { title: '关于\u0000检查的通知' }, 'CONTROL_CHARACTERS'],
    ['control characters in the text', { text: '请\u0007报送。' }, 'CONTROL_CHARACTERS'],
    ['no text', { text: '\n \n' }, 'BODY_REQUIRED'],
    ['a text beyond the limit', { text: '请'.repeat(200_001) }, 'TEXT_TOO_LONG'],
    ['a kind the committee does not use', { kind: 'ORDER' }, 'KIND_NOT_USED'],
    ['a kind the series does not carry', { kind: 'MINUTES' }, 'KIND_NOT_IN_SERIES'],
    ['a kind in a direction it has not', { kind: 'REQUEST' }, 'KIND_DIRECTION'],
    ['an unknown series', { seriesId: someId() }, 'SERIES_NOT_FOUND'],
    ['an id that is none', { seriesId: 'x' }, 'ID_INVALID'],
  ])('%s', async (_, change, reason) => {
    const before = await fingerprint(world);
    expect(await reasonOf(office.draft(change))).toBe(reason);
    expect(await fingerprint(world)).toBe(before);
  });
});

describe('a marking of state secrets', () => {
  const marked = { text: '机 密 ★ 1 年\n中共焦作市委市直机关工委\n关于检查的通知\n各单位：\n请自查，勿外传。' };
  const kept = ['dispatch.quarantine', 'dispatch.audit', 'dispatch.audit_head'];

  test('in a draft is turned away, and only where and what it was is kept', async () => {
    const before = await fingerprint(world, kept);
    expect(await reasonOf(office.draft(marked))).toBe('SECRECY_MARKING');
    expect(await fingerprint(world, kept)).toBe(before);
    const alerts = await world.database.query<{ alert: string }>(
      `select row_to_json(q)::text as alert from dispatch.quarantine q where committee_id = $1
       union all select row_to_json(a)::text from dispatch.audit a where committee_id = $1 and action = 'quarantine'`,
      [office.committeeId],
    );
    expect(alerts).toHaveLength(2);
    for (const { alert } of alerts) expect(alert).not.toMatch(/勿外传|机 密|1 年/u);
  });

  test('in a revision leaves the earlier text', async () => {
    const drafted = await office.draft();
    const before = await fingerprint(world, kept);
    const revised = reviseDocument(office.as('OFFICE_CLERK'), { ...of(drafted), ...draftOf(office), ...marked });
    expect(await reasonOf(revised)).toBe('SECRECY_MARKING');
    expect(await fingerprint(world, kept)).toBe(before);
  });

  test('is no business of somebody who may not draft', async () => {
    const { committeeId } = office;
    const clerk = world.context('dispatch', personActor('UNIT_CLERK', { committeeId })) as ReturnType<Office['as']>;
    const before = await fingerprint(world);
    expect(await reasonOf(office.draft(marked, clerk))).toBe('ROLE_NOT_ALLOWED');
    expect(await fingerprint(world)).toBe(before);
  });

  test('is not what an ordinary mention of a secret is', async () => {
    expect((await office.draft({ text: '各单位要保守商业秘密。' })).state).toBe('DRAFT');
  });
});

test('a draft is handed in with the pledge that it is not classified', async () => {
  const input = { ...of(await office.draft()), notClassifiedPledge: false };
  expect(await reasonOf(submitDocument(office.as('OFFICE_CLERK'), input))).toBe('PLEDGE_REQUIRED');
});

describe('routing rules', () => {
  const report: Partial<DraftDocumentInput> = {
    kind: 'REPORT',
    direction: 'UPWARD',
    title: '关于上半年工作的报告',
    addresseeLine: '市委：',
    text: '现将上半年工作报告如下。\n妥否，请批示。',
  };

  test('stop a 请示 with two 主送', async () => {
    const request: Partial<DraftDocumentInput> = {
      kind: 'REQUEST',
      direction: 'UPWARD',
      title: '关于增设机构的请示',
      addresseeLine: '市委、市委组织部：',
      text: '拟增设机构，妥否，请批示。',
      ruleFacts: { meetingRecord: '工委会议纪要〔2020〕9号' },
    };
    const drafted = await office.draft(request);
    const before = await fingerprint(world);
    expect(await reasonOf(submit(drafted))).toBe('RULES_BLOCK');
    expect(await fingerprint(world)).toBe(before);
  });

  test('stop a 报告 that asks for something, until two persons let it pass', async () => {
    const drafted = await office.draft(report);
    expect(await reasonOf(submit(drafted))).toBe('RULES_BLOCK');
    const clerk = office.as('OFFICE_CLERK');
    const block = { ...of(drafted), ruleId: 'R2', evidence: '妥否，请批示', reason: '上级口头要求一并报批' } as const;
    const overrideId = await overrideRule(clerk, block);
    expect(await reasonOf(submit(drafted))).toBe('RULES_BLOCK');
    const confirmation = { ...of(drafted), overrideId };
    await confirmOverride(office.as('OFFICE_CHECKER'), confirmation);
    expect((await submit(drafted)).state).toBe('CHECKING');
    expect(await reasonOf(confirmOverride(office.as('OFFICE_CHECKER'), { ...confirmation, expectedVersion: 2 }))).toBe(
      'OVERRIDE_NOT_FOUND',
    );
  });

  test('are not overridden and confirmed by one person, nor without a reason, nor where nothing is broken', async () => {
    const checker = office.as('OFFICE_CHECKER');
    const drafted = await office.draft(report, checker);
    const block = { ...of(drafted), ruleId: 'R2', evidence: '妥否，请批示', reason: '上级口头要求' } as const;
    expect(await reasonOf(overrideRule(checker, { ...block, reason: ' ' }))).toBe('OVERRIDE_REASON_REQUIRED');
    expect(await reasonOf(overrideRule(checker, { ...block, ruleId: 'R4' }))).toBe('OVERRIDE_NOT_POSSIBLE');
    const overrideId = await overrideRule(checker, block);
    expect(await reasonOf(overrideRule(checker, block))).toBe('OVERRIDE_EXISTS');
    expect(await reasonOf(confirmOverride(checker, { ...of(drafted), overrideId }))).toBe('OVERRIDE_SECOND_PERSON');
  });
});

describe('the two papers of the seed', () => {
  const text = (name: string) => readFileSync(join(__dirname, '../../../infra/seed/documents', name), 'utf8');

  const findings = async ({ documentId }: DocumentResult): Promise<unknown> => {
    const actor = office.as('OFFICE_CLERK').actor;
    const query = `query ($id: ID!) { document(id: $id) { title addresseeLine handling { findings { ruleId severity } } } }`;
    const { data, errors } = await world.graphql('dispatch', actor, query, { id: documentId });
    expect(errors).toBeUndefined();
    return data?.document;
  };

  const pasted: Partial<DraftDocumentInput> = {
    title: undefined,
    addresseeLine: undefined,
    textScope: 'COMPREHENSIVE',
  };

  test('140号 only warns of its length', async () => {
    const drafted = await office.draft({ ...pasted, text: text('140-model-organs.txt') });
    expect(await findings(drafted)).toEqual({
      title: '关于印发《市直机关创建模范机关实施方案》的通知',
      addresseeLine: '市直和省部属驻焦各单位基层党组织：',
      handling: { findings: [{ ruleId: 'X4_LENGTH', severity: 'WARN' }] },
    });
    expect((await submit(drafted)).state).toBe('CHECKING');
  });

  test('141号 is warned that it prints no 主送, and goes on', async () => {
    const drafted = await office.draft({ ...pasted, kind: 'OPINION', text: text('141-pioneer-system.txt') });
    expect(await findings(drafted)).toMatchObject({
      addresseeLine: null,
      handling: { findings: [{ ruleId: 'NO_ADDRESSEE', severity: 'WARN' }] },
    });
    expect((await submit(drafted)).state).toBe('CHECKING');
  });
});
