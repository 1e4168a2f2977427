import type { Id } from '@hub/core';
import { openTrailWorld, type TrailWorld } from '../integration/trail/trail-world';
import { someId } from '../support';

// Ten thousand acts at once, on objects that many reach for and on objects of their own.

const ACTS = 10_000;
const WORKERS = 40;
/** Half of the acts are on these; the others on objects that few have met. */
const BUSY = 20;
const QUIET = 2_000;

let trail: TrailWorld;

beforeAll(async () => {
  trail = await openTrailWorld();
});

afterAll(() => trail.close());

jest.setTimeout(10 * 60_000);

test(`${ACTS} concurrent acts make whole chains, and each kind of tampering in them is found`, async () => {
  const ids = (count: number): Id[] => Array.from({ length: count }, someId);
  const [busy, quiet] = [ids(BUSY), ids(QUIET)];
  const objectOf = (step: number): Id =>
    (step % 2 === 0 ? busy[(step / 2) % BUSY] : quiet[(step * 7919) % QUIET]) as Id;
  let next = 0;
  let checkpoints = 0;
  const worker = async (): Promise<void> => {
    for (let step = next++; step < ACTS; step = next++) {
      await trail.act({
        objectId: objectOf(step),
        before: { step },
        after: { step, note: `第${step}件`, half: step / 2 },
      });
      if (step % 1_000 === 999) {
        trail.world.clock.advance(60_000);
        await trail.trail.checkpoint();
        checkpoints += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));

  const whole = await trail.verify();
  expect(whole).toMatchObject({ acts: ACTS, findings: [], damage: null, unsealed: 0 });
  // Odd steps meet every second of the quiet ones.
  expect(whole.chains).toBe(BUSY + QUIET / 2);
  expect(whole.checkpoints).toBe(checkpoints);
  // Nothing was lost and nothing doubled: every step is in the trail once.
  const [steps] = await trail.world.database.query<{ steps: number }>(
    `select count(distinct before ->> 'step')::int as steps from reports.audit`,
  );
  expect(steps?.steps).toBe(ACTS);
  process.stdout.write(`${whole.acts} acts in ${whole.chains} chains under ${checkpoints} checkpoints: whole\n`);

  const kinds = async () => new Set((await trail.verify()).findings.map(({ kind, objectId }) => `${kind} ${objectId}`));
  const [changed, removed, swapped, cut, gone] = busy as [Id, Id, Id, Id, Id];
  await trail.tamper(`update reports.audit set after = '{"step": 0}' where object_id = $1 and position = 17`, [
    changed,
  ]);
  await trail.tamper('delete from reports.audit where object_id = $1 and position between 30 and 40', [removed]);
  await trail.tamper('update reports.audit set position = 11 - position where object_id = $1 and position in (5, 6)', [
    swapped,
  ]);
  await trail.tamper('delete from reports.audit where object_id = $1 and position > 100', [cut]);
  for (const table of ['audit', 'audit_head']) {
    await trail.tamper(`delete from reports.${table} where object_id = $1`, [gone]);
  }
  const said = [`CHANGED ${changed}`, `REMOVED ${removed}`, `CHANGED ${swapped}`, `CUT_OFF ${cut}`, `CUT_OFF ${gone}`];
  expect(await kinds()).toEqual(new Set(said));
});
