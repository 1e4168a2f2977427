import { assignNumber } from '../../../subgraphs/dispatch/src/usecases/assign-number';
import { cancelDocument } from '../../../subgraphs/dispatch/src/usecases/cancel-document';
import type { DocumentResult } from '../../../subgraphs/dispatch/src/usecases/document-step';
import { explainEconomy } from '../../../subgraphs/dispatch/src/usecases/explain-economy';
import { reserveNumbers } from '../../../subgraphs/dispatch/src/usecases/reserve-numbers';
import { returnDocument } from '../../../subgraphs/dispatch/src/usecases/return-document';
import { voidNumber } from '../../../subgraphs/dispatch/src/usecases/void-number';
import { createTestWorld, type TestWorld } from '../../support';
import { type Office, openOffice } from './office';
import { fingerprint, reasonOf } from './refusal';

let world: TestWorld;
let office: Office;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
});

beforeEach(async () => {
  office = await openOffice(world);
});

afterAll(() => world.close());

const of = ({ documentId, version }: DocumentResult) => ({ documentId, expectedVersion: version });

const register = () =>
  world.database.query<{ sequence: number; status: string }>(
    `select sequence, status from dispatch.number_register where series_id = $1 order by sequence`,
    [office.seriesId],
  );

const numberOf = async ({ documentId }: DocumentResult): Promise<string | null> => {
  const [row] = await world.database.query<{ document_number: string | null }>(
    'select document_number from dispatch.document where document_id = $1',
    [documentId],
  );
  return row?.document_number ?? null;
};

/** The series of the committee stands at 139, as on the morning of the two seed documents. */
const standAt = (sequence: number) =>
  world.database.query(
    `insert into dispatch.series_counter (committee_id, series_id, year, last_sequence) values ($1, $2, 2020, $3)`,
    [office.committeeId, office.seriesId, sequence],
  );

test('a paper gets the next number, and its text and distribution are fixed with it', async () => {
  await standAt(139);
  const numbered = await assignNumber(office.as('OFFICE_REGISTRAR'), of(await office.bringTo('ASSIGN_NUMBER')));
  expect(await numberOf(numbered)).toBe('焦直文〔2020〕140号');
  const [row] = await world.database.query(
    `select text_frozen_at, length(distribution_digest) as digest from dispatch.document where document_id = $1`,
    [numbered.documentId],
  );
  expect(row).toEqual({ text_frozen_at: world.clock.now(), digest: 64 });
});

test('twenty registrars at once take twenty numbers without a gap', async () => {
  const papers: DocumentResult[] = [];
  for (let count = 0; count < 20; count += 1) papers.push(await office.bringTo('ASSIGN_NUMBER'));
  await Promise.all(papers.map((paper) => assignNumber(office.as('OFFICE_REGISTRAR'), of(paper))));
  const entries = await register();
  expect(entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  const [row] = await world.database.query<{ numbers: number }>(
    'select count(distinct document_number)::int as numbers from dispatch.document where series_id = $1',
    [office.seriesId],
  );
  expect(row?.numbers).toBe(20);
});

test('twenty registrars of one paper give it one number', async () => {
  const paper = await office.bringTo('ASSIGN_NUMBER');
  const attempts = Array.from({ length: 20 }, () => assignNumber(office.as('OFFICE_REGISTRAR'), of(paper)));
  const outcomes = await Promise.allSettled(attempts);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await register()).toHaveLength(1);
});

test('the same idempotency key answers as the first time and takes no second number', async () => {
  const paper = await office.bringTo('ASSIGN_NUMBER');
  const registrar = office.as('OFFICE_REGISTRAR', { idempotencyKey: 'k-1' });
  const first = await assignNumber(registrar, of(paper));
  expect(await assignNumber(registrar, of(paper))).toEqual(first);
  expect(await register()).toHaveLength(1);
  const other = await office.bringTo('ASSIGN_NUMBER');
  expect(await reasonOf(assignNumber(registrar, of(other)))).toBe('IDEMPOTENCY_KEY_REUSED');
});

describe('a number that is asked for', () => {
  test.each([
    ['焦直文[2020]1号', 'NUMBER_FORM'],
    ['焦直文（2020）1号', 'NUMBER_FORM'],
    ['焦直文〔20〕1号', 'NUMBER_FORM'],
    ['焦直文〔2020〕第1号', 'NUMBER_FORM'],
    ['焦直文〔2020〕01号', 'NUMBER_FORM'],
    ['焦直文〔2020〕0号', 'NUMBER_FORM'],
    ['焦直文〔2020〕1', 'NUMBER_FORM'],
    ['焦直办〔2020〕1号', 'NUMBER_OF_OTHER_SERIES'],
    ['焦直文〔2021〕1号', 'NUMBER_OF_OTHER_SERIES'],
    ['焦直文〔2020〕2号', 'NUMBER_NOT_AVAILABLE'],
  ])('as %s is refused with %s and takes nothing', async (documentNumber, reason) => {
    const paper = await office.bringTo('ASSIGN_NUMBER');
    const before = await fingerprint(world);
    const registrar = office.as('OFFICE_REGISTRAR');
    expect(await reasonOf(assignNumber(registrar, { ...of(paper), documentNumber }))).toBe(reason);
    expect(await fingerprint(world)).toBe(before);
  });

  test('is given when it is the next', async () => {
    const paper = await office.bringTo('ASSIGN_NUMBER');
    const input = { ...of(paper), documentNumber: '焦直文〔2020〕1号' };
    expect(await numberOf(await assignNumber(office.as('OFFICE_REGISTRAR'), input))).toBe('焦直文〔2020〕1号');
  });
});

test('a paper that prints another number than it gets is refused', async () => {
  const text = '中共焦作市委市直机关工委\n焦直文〔2020〕7号\n关于报送工作总结的通知\n各单位：\n请报送。';
  const paper = await office.bringTo('ASSIGN_NUMBER', { text });
  expect(await reasonOf(assignNumber(office.as('OFFICE_REGISTRAR'), of(paper)))).toBe('PRINTED_NUMBER_DIFFERS');
});

describe('a number that was not released', () => {
  const numbered = async () => assignNumber(office.as('OFFICE_REGISTRAR'), of(await office.bringTo('ASSIGN_NUMBER')));

  test('stays with the paper that is sent back and comes again', async () => {
    const paper = await numbered();
    await returnDocument(office.as('OFFICE_REGISTRAR'), { ...of(paper), opinion: '改错字。' });
    expect(await numberOf(paper)).toBe('焦直文〔2020〕1号');
  });

  test('becomes an explained gap when the paper is given up, and goes to the next one with a reason', async () => {
    const registrar = office.as('OFFICE_REGISTRAR');
    await cancelDocument(registrar, { ...of(await numbered()), opinion: '不再发文。' });
    expect(await register()).toEqual([{ sequence: 1, status: 'VOIDED' }]);
    const next = of(await office.bringTo('ASSIGN_NUMBER'));
    const documentNumber = '焦直文〔2020〕1号';
    expect(await reasonOf(assignNumber(registrar, { ...next, documentNumber }))).toBe('NUMBER_REASON_REQUIRED');
    await assignNumber(registrar, { ...next, documentNumber, reason: '原稿作废，字号续用' });
    expect(await register()).toEqual([{ sequence: 1, status: 'ASSIGNED' }]);
  });

  test('is given up by a paper that was sent back', async () => {
    const registrar = office.as('OFFICE_REGISTRAR');
    const paper = await numbered();
    expect(await reasonOf(voidNumber(registrar, { ...of(paper), reason: '暂缓' }))).toBe('NUMBER_NOT_VOIDABLE');
    const returned = await returnDocument(registrar, { ...of(paper), opinion: '暂缓。' });
    await voidNumber(registrar, { ...of(returned), reason: '暂缓' });
    expect(await register()).toEqual([{ sequence: 1, status: 'VOIDED' }]);
  });
});

test('a released number is used for good, whoever asks', async () => {
  await office.issue(await office.bringTo('ISSUE'));
  const next = await office.bringTo('ASSIGN_NUMBER');
  const input = { ...of(next), documentNumber: '焦直文〔2020〕1号', reason: '再用' };
  expect(await reasonOf(assignNumber(office.as('OFFICE_REGISTRAR'), input))).toBe('NUMBER_TAKEN');
  const forced = world.database.query(`update dispatch.number_register set status = 'VOIDED' where series_id = $1`, [
    office.seriesId,
  ]);
  await expect(forced).rejects.toThrow('was released');
});

test('reserved numbers are passed over and taken by name', async () => {
  const registrar = office.as('OFFICE_REGISTRAR');
  const reserved = await reserveNumbers(registrar, { ...office, year: 2020, count: 2, reason: '年度表彰' });
  expect(reserved).toEqual(['焦直文〔2020〕1号', '焦直文〔2020〕2号']);
  const inTurn = await assignNumber(registrar, of(await office.bringTo('ASSIGN_NUMBER')));
  expect(await numberOf(inTurn)).toBe('焦直文〔2020〕3号');
  const input = { ...of(await office.bringTo('ASSIGN_NUMBER')), documentNumber: reserved[1], reason: '年度表彰' };
  expect(await numberOf(await assignNumber(registrar, input))).toBe('焦直文〔2020〕2号');
});

describe('more papers than last year', () => {
  beforeEach(() =>
    world.database.query('insert into dispatch.document_economy (committee_id, year, numbered) values ($1, 2019, 1)', [
      office.committeeId,
    ]),
  );

  test('need a written explanation, which then stands for the year', async () => {
    const registrar = office.as('OFFICE_REGISTRAR');
    await assignNumber(registrar, of(await office.bringTo('ASSIGN_NUMBER')));
    const second = of(await office.bringTo('ASSIGN_NUMBER'));
    expect(await reasonOf(assignNumber(registrar, second))).toBe('ECONOMY_EXPLANATION_REQUIRED');
    await explainEconomy(registrar, { year: 2020, explanation: '疫情防控新增工作部署。' });
    expect((await assignNumber(registrar, second)).state).toBe('READY');
  });
});
