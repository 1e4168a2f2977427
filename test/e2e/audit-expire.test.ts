import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createTestHub, type TestDatabase } from '../support';
import { runHubProgram } from '../support/hub-program';
import { openInspection } from './desks/inspection';

// `npm run audit:expire` over what a hub of 2020 left: logs of access go, acts on things stay, and the rest is whole.

let database: TestDatabase;
let dataDir: string;

beforeAll(async () => {
  const hub = await createTestHub({ committee: true });
  const { inspector } = await openInspection(hub);
  await inspector.data('{ me { displayName } documents { totalCount } }');
  database = await hub.leaveDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'hub-test-expire-'));
}, 180_000);

afterAll(async () => {
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** How many acts there are of each kind of thing. */
async function kept(schema: string): Promise<Record<string, number>> {
  const rows = await database.query<{ kind: string; acts: number }>(
    `select object_type as kind, count(*)::int as acts from ${schema}.audit group by 1 order by 1`,
  );
  return Object.fromEntries(rows.map(({ kind, acts }) => [kind, acts]));
}

const program = (name: string, ...args: string[]) => runHubProgram(name, { database, dataDir }, args);

test('sign-ins and what inspectors asked go after a year, in every subgraph, and nothing else', async () => {
  const before = { organization: await kept('organization'), dispatch: await kept('dispatch') };
  expect(before.dispatch).toEqual({ inspectedOperation: 1 });
  const { signIn = 0, inspectedOperation = 0, ...things } = before.organization;
  expect([signIn, inspectedOperation]).toEqual([3, 1]);

  const { code, said } = await program('audit-expire', '--before', '2021-01-01');
  expect(code).toBe(0);
  expect(said).toContain(`organization：清除 2021-01-01 以前的登录与访问记录 ${signIn + inspectedOperation} 条`);
  expect(said).toContain('dispatch：清除 2021-01-01 以前的登录与访问记录 1 条');
  expect([await kept('organization'), await kept('dispatch')]).toEqual([things, {}]);
  expect(things).toMatchObject({ account: 1, committee: 1, inspection: 1 });

  const verified = await program('audit-verify');
  expect([verified.code, verified.said]).toEqual([0, expect.stringContaining('未发现异常')]);
});

test('a day is asked for', async () => {
  const { code, said } = await program('audit-expire');
  expect(code).not.toBe(0);
  expect(said).toContain('请指定日期');
});
