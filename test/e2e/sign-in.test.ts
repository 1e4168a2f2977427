import { DEMO_PASSWORD } from '@hub/infra/seed/organization';

import { CONNECTION_BUDGET, sumOf } from '../contract/connection-budget';
import { createTestHub, hubShapes, type TestHub } from '../support';

let hub: TestHub;

jest.setTimeout(180_000);

describe.each(hubShapes())('people in the %s shape', (shape) => {
  beforeAll(async () => {
    hub = await createTestHub({ shape, committee: true });
  });

  afterAll(() => hub.close());

  test('the leader of the committee signs in and is who the hub says', async () => {
    const leader = await hub.signIn('leader', DEMO_PASSWORD);
    const { me } = await leader.data<{ me: object }>('{ me { displayName posts { title role } } }');
    expect(me).toEqual({ displayName: '演示·书记', posts: [{ title: '工委书记', role: 'COMMITTEE_LEADER' }] });
  });

  test('after logging out the token opens nothing', async () => {
    const clerk = await hub.signIn('unit001', DEMO_PASSWORD);
    await clerk.data('mutation { logout }');
    expect(await clerk.refusal('{ me { displayName } }')).toBe('SESSION_ENDED');
  });

  test('without signing in nothing is told but the way in', async () => {
    expect(await hub.visitor.refusal('{ me { displayName } }')).toBe('SIGN_IN_REQUIRED');
    expect(await hub.visitor.refusal('{ requests { totalCount } }')).toBe('SIGN_IN_REQUIRED');
  });

  test('every subgraph knows the seventy-six units of the committee', async () => {
    for (const schema of ['dispatch', 'reports', 'approvals', 'dues']) {
      const [row] = await hub.database.query<{ units: number }>(
        `select count(*)::int as units from ${schema}.directory_unit where active`,
      );
      expect([schema, row?.units]).toEqual([schema, 76]);
    }
  });

  test('a crowd finds no more connections to Postgres than the budget has', async () => {
    const leader = await hub.signIn('leader', DEMO_PASSWORD);
    const everywhere = `{
      units { totalCount } documents { totalCount } reportTasks { totalCount } requests { totalCount }
      duesRows(month: "2020-10-01") { __typename }
    }`;
    await Promise.all(Array.from({ length: 60 }, () => leader.data(everywhere)));
    const [row] = await hub.database.query<{ open: number }>(
      `select count(*)::int as open from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    expect(row?.open).toBeGreaterThan(5);
    expect(row?.open).toBeLessThanOrEqual(sumOf(CONNECTION_BUDGET[shape]));
  });
});
