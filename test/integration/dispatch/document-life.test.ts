import { createTestWorld, type TestWorld } from '../../support';
import { type Office, openOffice } from './office';

let world: TestWorld;
let office: Office;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
  office = await openOffice(world);
});

afterAll(() => world.close());

test('a draft goes through every step and reaches its addressees under a number', async () => {
  const ready = await office.bringTo('ISSUE');
  expect(ready.state).toBe('READY');
  const issued = await office.issue(ready);
  expect(issued.state).toBe('ISSUED');
  const receipts = await world.database.query(
    `select unit_name, state, duty, acknowledge_due_at from dispatch.receipt where document_id = $1 order by protocol_order`,
    [issued.documentId],
  );
  expect(receipts).toEqual([
    {
      unit_name: '第1局',
      state: 'DELIVERED',
      duty: 'ACKNOWLEDGE',
      acknowledge_due_at: new Date('2020-10-16T18:00:00+08:00'),
    },
    {
      unit_name: '第2局',
      state: 'DELIVERED',
      duty: 'ACKNOWLEDGE',
      acknowledge_due_at: new Date('2020-10-16T18:00:00+08:00'),
    },
    {
      unit_name: '第3局',
      state: 'DELIVERED',
      duty: 'ACKNOWLEDGE',
      acknowledge_due_at: new Date('2020-10-16T18:00:00+08:00'),
    },
  ]);
});
