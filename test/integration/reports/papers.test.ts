import { documentIssued, type EventPayload, eventKey } from '@hub/contracts';
import type { Id } from '@hub/core';

import { someId } from '../../support';
import { reasonOf } from '../dispatch/refusal';
import { carryEvents } from './carry-events';
import { numberField, openDesk, openReports, REPORTS_MORNING, type ReportsDesk } from './reports-world';

let desk: ReportsDesk;
let documentId: Id;

beforeAll(async () => {
  desk = await openReports(2);
});

beforeEach(async () => {
  desk.world.clock.set(new Date(REPORTS_MORNING));
  desk = await openDesk(desk.world, 2);
  documentId = someId();
});

afterEach(() => expect(desk.world.faults).toEqual([]));

afterAll(() => desk.world.close());

/** As dispatch tells that a paper was issued. */
async function tellIssued(change: Partial<EventPayload<typeof documentIssued>> = {}): Promise<void> {
  const { committeeId } = desk;
  const paper = { documentNumber: '市直党工委〔2020〕7号', title: '关于报送落实情况的通知', recipientCount: 2 };
  const payload = { committeeId, documentId, ...paper, issuedAt: new Date(REPORTS_MORNING).toISOString(), ...change };
  const event = { id: someId(), committeeId, aggregateId: documentId, key: eventKey(documentIssued), payload };
  expect(await carryEvents(desk.world, 'reports', [event])).toBe(1);
}

async function openFrom(from: ReportsDesk = desk): Promise<Id> {
  return from.open(await from.template([numberField('visits', '走访慰问次数')]), { dueOn: '2020-11-10', documentId });
}

const paperOf = async (taskId: Id) =>
  (await desk.world.database.query('select * from reports.report_task where task_id = $1', [taskId]))[0];

test('a task is born from a paper that was issued, and bears its number', async () => {
  expect(await reasonOf(openFrom())).toBe('DOCUMENT_NOT_ISSUED');
  await tellIssued();
  expect(await paperOf(await openFrom())).toMatchObject({
    document_id: documentId,
    document_number: '市直党工委〔2020〕7号',
    document_title: '关于报送落实情况的通知',
  });
});

test('a paper that is told of twice is one paper, as it was issued', async () => {
  await tellIssued();
  await tellIssued({ title: '另一个标题' });
  expect(await paperOf(await openFrom())).toMatchObject({ document_title: '关于报送落实情况的通知' });
});
