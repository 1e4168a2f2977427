import { ADMINISTRATORS } from '@hub/core';

import { createTestWorld, type TestWorld } from '../../support';
import { type Office, openOffice } from './office';
import { reasonOf } from './refusal';

let world: TestWorld;
let office: Office;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
  office = await openOffice(world);
  await office.issue(await office.bringTo('ISSUE'));
});

afterAll(() => world.close());

const TABLES = ['document', 'document_act', 'distribution', 'receipt', 'document_progress', 'number_register'];

const counted = (ctx: ReturnType<Office['as']>, table: string): Promise<number> =>
  ctx.read(async (tx) => {
    const [row] = await tx.query<{ count: number }>(`select count(*)::int as count from dispatch.${table}`);
    return row?.count ?? 0;
  });

describe.each(ADMINISTRATORS)('%s', (role) => {
  test.each(TABLES)('finds nothing in %s, where the office finds something', async (table) => {
    expect(await counted(office.as('OFFICE_REGISTRAR'), table)).toBeGreaterThan(0);
    expect(await counted(office.as(role), table)).toBe(0);
  });

  test('finds the series, which administrators set up', async () => {
    expect(await counted(office.as(role), 'number_series')).toBe(1);
  });

  test('changes nothing and adds nothing', async () => {
    const changed = office.as(role).transaction((tx) => tx.execute(`update dispatch.receipt set reminder_level = 9`));
    expect(await changed).toBe(0);
    const added = office.as(role).transaction((tx) =>
      tx.execute(
        `insert into dispatch.document_economy (committee_id, year, numbered) values ($1, 2020, 0)
         on conflict do nothing`,
        [tx.committeeId],
      ),
    );
    await expect(added).rejects.toThrow('row-level security');
  });
});

describe('an inspector', () => {
  test('reads as the office does', async () => {
    expect(await counted(office.as('INSPECTOR'), 'document')).toBe(1);
  });

  test('opens no transaction, whatever it would do', async () => {
    const act = office.as('INSPECTOR').transaction(async (tx) => tx.execute('select 1'));
    expect(await reasonOf(act)).toBe('INSPECTION_READ_ONLY');
  });
});
