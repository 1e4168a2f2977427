import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { seedText } from '@hub/infra/seed/dispatch';

import { createTestHub, createTestWorld, type TestDatabase, type TestWorld } from '../support';
import { runHubProgram } from '../support/hub-program';
import { unitsOf } from './desks/committee';
import { Office } from './desks/office';
import { UnitDesk } from './desks/unit';

// `npm run audit:verify` over what a hub left: a paper from its draft to the signatures of its units.

let database: TestDatabase;
let world: TestWorld;
let dataDir: string;

beforeAll(async () => {
  const hub = await createTestHub({ committee: true });
  const office = await Office.open(hub);
  const units = (await unitsOf(office.admin)).slice(0, 8);
  const organizations = units.map(({ addressee }) => ({
    organizationId: addressee.id,
    role: 'TO',
    duty: 'ACKNOWLEDGE',
  }));
  const seriesId = await office.createSeries('焦直文', ['NOTIFICATION']);
  const adopted = { seriesId, year: 2020, lastSequence: 139, reason: '平台启用前纸质印发' };
  await office.registrar.data('mutation ($input: AdoptNumbersInput!) { adoptNumbers(input: $input) { id } }', {
    input: adopted,
  });
  const draft = { seriesId, kind: 'NOTIFICATION', text: seedText('140-model-organs'), audience: { organizations } };
  const paper = await office.issued(await office.draft(draft));
  const desks = await Promise.all(units.map(({ protocolOrder }) => UnitDesk.open(hub, protocolOrder)));
  await Promise.all(desks.map((desk) => desk.acknowledge(paper.id)));
  database = await hub.leaveDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'hub-test-verify-'));
  const auditDir = join(dataDir, 'audit');
  world = await createTestWorld({ subgraphs: ['organization', 'dispatch'], database, settings: { auditDir } });
  for (const name of ['organization', 'dispatch']) await world.subgraph(name).trail.checkpoint();
}, 180_000);

afterAll(async () => {
  await world.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const auditVerify = () => runHubProgram('audit-verify', { database, dataDir });

async function acts(): Promise<number> {
  const [row] = await database.query<{ acts: number }>(
    `select ((select count(*) from organization.audit) + (select count(*) from dispatch.audit))::int as acts`,
  );
  return row?.acts ?? 0;
}

test('it says how many acts it looked at, and that nothing is wrong', async () => {
  const { code, said } = await auditVerify();
  expect([code, said]).toEqual([0, expect.stringContaining(`共校验操作 ${await acts()} 条，未发现异常。`)]);
  expect(said).toMatch(/✔ dispatch：操作 \d+ 条，链 \d+ 条；检查点 1 个/);
  expect(await acts()).toBeGreaterThan(20);
});

test('it names a signature that was put under another name, and a chain that is gone, and fails', async () => {
  const [signed] = await database.query<{ id: string; object_id: string; part_id: string }>(
    `update dispatch.audit set actor_name = '另一人'
     where id = (select id from dispatch.audit where action = 'acknowledgeReceipt' order by id limit 1)
     returning id, object_id, part_id`,
  );
  const [gone] = await database.query<{ object_id: string }>(
    `select object_id from dispatch.audit where object_type = 'numberSeries' limit 1`,
  );
  for (const table of ['audit', 'audit_head']) {
    await database.query(`delete from dispatch.${table} where object_id = $1`, [gone?.object_id]);
  }
  const { code, said } = await auditVerify();
  expect(code).toBe(1);
  expect(said).toContain(`receipt ${signed?.object_id}/${signed?.part_id} 第 1 条被改动或调换（记录 ${signed?.id}）`);
  expect(said).toMatch(new RegExp(`numberSeries ${gone?.object_id} 第 1.* 条末尾被截去`));
  expect(said).toMatch(/发现 [2-9] 处异常/);
});
