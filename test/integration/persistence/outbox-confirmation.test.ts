import { loginRole, outboxConfirmation } from '@hub/persistence';

import { createTestDatabase, someId, type TestDatabase } from '../../support';

describe('events of before anybody watched over them', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.query('alter table reports.outbox drop column confirmed_at');
    for (const [event, published, parked] of [
      ['old', '2020-10-15', null],
      ['waiting', null, null],
      ['parked', null, '2020-10-15'],
    ]) {
      await database.query(
        `insert into reports.outbox (committee_id, id, event, version, aggregate_id, payload, created_at,
                                     published_at, parked_at)
         values ($1, uuidv7(interval '0'), $2, 1, $1, '{}', '2020-10-14', $3, $4)`,
        [someId(), event, published, parked],
      );
    }
  });
  afterAll(() => database.drop());

  it('are confirmed where they were handed over, also by an owner who is no superuser', async () => {
    const tables = await database.query<{ name: string }>(
      `select relid::regclass::text as name from pg_partition_tree('reports.outbox')`,
    );
    for (const { name } of tables) await database.query(`alter table ${name} owner to ${loginRole('reports')}`);
    await database.query(`grant usage, create on schema reports to ${loginRole('reports')}`);
    await database.query(`set role ${loginRole('reports')}`);
    for (const statement of outboxConfirmation('reports')) await database.query(statement);
    await database.query('reset role');
    await expect(
      database.query('select event, confirmed_at is not null as confirmed from reports.outbox order by event'),
    ).resolves.toEqual([
      { event: 'old', confirmed: true },
      { event: 'parked', confirmed: false },
      { event: 'waiting', confirmed: false },
    ]);
  });
});
