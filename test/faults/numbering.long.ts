import fc from 'fast-check';

import type { DocumentResult } from '../../subgraphs/dispatch/src/usecases/document-step';
import { type Office, openOffice } from '../integration/dispatch/office';
import { createTestWorld, personActor, type TestWorld, testSeed } from '../support';
import { killBackends } from './numbering/backend-killer';
import { DECISIONS, type Decision, Registrar } from './numbering/registrar';

const REGISTRARS = 20;
const PAPERS = 600;
/** Fewer killed connections would prove nothing. */
const KILLED_AT_LEAST = 50;

let world: TestWorld;
let office: Office;
let killed: number;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
  office = await openOffice(world);
  const decisions = fc.sample(fc.constantFrom<Decision>('NUMBER', 'NUMBER', ...DECISIONS), {
    seed: testSeed(),
    numRuns: PAPERS,
  });
  const papers = await signedPapers();
  const killer = killBackends(world.database, 'dispatch');
  try {
    await numberAll(papers.map((paper, index) => [paper, decisions[index] as Decision]));
  } finally {
    killed = await killer.stop();
  }
}, 600_000);

afterAll(() => world.close());

async function signedPapers(): Promise<DocumentResult[]> {
  const papers: DocumentResult[] = [];
  while (papers.length < PAPERS) {
    papers.push(...(await Promise.all(Array.from({ length: REGISTRARS }, () => office.bringTo('ASSIGN_NUMBER')))));
  }
  return papers;
}

/** Each registrar takes the next paper as soon as the one before is done. */
async function numberAll(pile: (readonly [DocumentResult, Decision])[]): Promise<void> {
  const { committeeId, organizationId, seriesId } = office;
  const atWork = Array.from({ length: REGISTRARS }, async () => {
    const person = personActor('OFFICE_REGISTRAR', { committeeId, organizationId });
    const registrar = new Registrar(world, person, seriesId);
    for (let next = pile.pop(); next; next = pile.pop()) await registrar.handle(...next);
  });
  await Promise.all(atWork);
}

interface Entry {
  readonly sequence: number;
  readonly status: string;
  readonly documentId: string | null;
}

const register = () =>
  world.database.query<Entry>(
    `select sequence, status, document_id as "documentId" from dispatch.number_register
     where series_id = $1 order by sequence`,
    [office.seriesId],
  );

test('connections were killed in the middle of it', () => {
  process.stdout.write(`${killed} connections killed\n`);
  expect(killed).toBeGreaterThanOrEqual(KILLED_AT_LEAST);
});

test('every number up to the last stands in the register, and none twice', async () => {
  const [counter] = await world.database.query<{ last: number }>(
    'select last_sequence as last from dispatch.series_counter where series_id = $1',
    [office.seriesId],
  );
  const sequences = (await register()).map(({ sequence }) => sequence);
  expect(sequences).toEqual(Array.from({ length: counter?.last ?? 0 }, (_, index) => index + 1));
  expect(sequences.length).toBeGreaterThan(PAPERS / 2);
});

test('every number that is taken stands on the one paper that holds it', async () => {
  const papers = await world.database.query<{ documentId: string; documentNumber: string }>(
    `select document_id as "documentId", document_number as "documentNumber" from dispatch.document
     where series_id = $1 and document_number is not null`,
    [office.seriesId],
  );
  const printed = papers.map(({ documentId, documentNumber }) => `${documentId} ${documentNumber}`);
  const registered = (await register()).flatMap(({ documentId, sequence, status }) =>
    status === 'ASSIGNED' ? [`${documentId} 焦直文〔2020〕${sequence}号`] : [],
  );
  expect(printed.sort()).toEqual(registered.sort());
});

test('the papers counted in the year are those that hold a number', async () => {
  const [economy] = await world.database.query<{ numbered: number }>(
    'select numbered from dispatch.document_economy where committee_id = $1 and year = 2020',
    [office.committeeId],
  );
  const taken = (await register()).filter(({ status }) => status === 'ASSIGNED');
  expect(economy?.numbered).toBe(taken.length);
});

test('each act left its one audit row, however often it was asked for', async () => {
  const rows = await world.database.query<{ acts: number; papers: number }>(
    `select count(*)::int as acts, count(distinct object_id)::int as papers from dispatch.audit
     where committee_id = $1 and action = 'assignNumber'`,
    [office.committeeId],
  );
  expect(rows).toEqual([{ acts: PAPERS, papers: PAPERS }]);
});
