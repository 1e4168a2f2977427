import { Clocks } from './deadlines/clocks';
import { entriesOf, type UnderWay, underWay } from './deadlines/kept';
import { issue, preparePapers } from './deadlines/papers';
import { DAY } from './deadlines/plain-times';
import { judge } from './deadlines/report';
import { onStage, type Stage } from './deadlines/stage';
import { type Backend, backends } from './deadlines/stores';
import { waitFor } from './deadlines/until';

// Workers that reach for the same deadlines at the same time, and nobody kills them.

jest.setTimeout(15 * 60_000);

const CREWS = [2, 8];
/** Each with some papers, at some eighty units. */
const PILES = 1;

test.each<Backend>(backends())('workers at once, over queues in %s, remind of each step once', async (backend) => {
  await onStage(backend, 2, async (stage) => {
    const clocks = new Clocks();
    for (const size of CREWS) await race(stage, clocks, backend, size);
    await stage.leave();
  });
});

async function race({ crew, world, clock, committee }: Stage, clocks: Clocks, backend: Backend, size: number) {
  const { database } = world;
  const { office, persons } = committee;
  await crew.stop();
  for (const paper of (await preparePapers(office, PILES)).flat()) {
    await issue(office, clocks, paper, clock.now().getTime());
  }
  await crew.start(size);
  const before = await entriesOf(database);
  const began = performance.now();
  clock.advance(DAY);
  clocks.show(clock.now().getTime());
  let state: UnderWay | null = null;
  const hasArrived = async (): Promise<boolean> => {
    state = await underWay(database, clock.now());
    // What was refused outside waits for a clock that stands still.
    const { due, events } = state;
    return due + events === 0;
  };
  expect(await waitFor(hasArrived, () => state)).toBe(true);
  const seconds = (performance.now() - began) / 1000;
  clocks.sweep();
  const { entries, findings } = await judge(database, { clocks, persons, stopped: [] });
  const reminders = entries - before.length;
  process.stdout.write(
    `${backend}, ${size} workers: ${reminders} reminders in inboxes after ${seconds.toFixed(1)} s\n`,
  );
  expect(reminders).toBeGreaterThan(office.units.length * PILES);
  expect(Object.values(findings).flat()).toEqual([]);
}
