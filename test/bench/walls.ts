import type { PersonActor, Role } from '@hub/core';
import { dispatch } from '@hub/dispatch';
import { addDirectory } from './dispatch/directory';
import { addSeries, readyDocument } from './dispatch/ready-document';
import { addOneYear, SCREENS } from './dispatch/screens';
import { type BenchWorld, openBenchWorld } from './world/bench-world';
import { median, print, printRatio, timed } from './world/timing';

/** Turns with and without the second wall, on the same rows. */
const TURNS = 6;
/** Requests of a turn that are timed, after those in which plans and caches settle. */
const TIMED = 40;
const SETTLING = 5;
const RECIPIENTS = 132;
const BAR = 1.5;

type Act = () => Promise<unknown>;

/** `npm run bench -- walls`: what row security costs whole requests of a subgraph, with the real actors. */
async function main(): Promise<void> {
  const world = await openBenchWorld(dispatch);
  try {
    const { units, latest } = await addOneYear(world);
    const clerk = world.person('UNIT_CLERK', units[0]);
    const checker = world.person('OFFICE_CHECKER');
    const asks = (actor: PersonActor, query: string) => () => world.graphql(actor, query, { id: latest });
    await compare(world, '收件箱待办', asks(clerk, SCREENS.收件箱待办));
    await compare(world, '收件箱全部', asks(clerk, SCREENS.收件箱全部));
    await compare(world, '办理进度', asks(checker, SCREENS.办理进度));
    await compareIssuing(world);
  } finally {
    await world.close();
  }
}

interface Times {
  readonly walled: number[];
  readonly open: number[];
}

async function compare(world: BenchWorld, path: string, act: Act): Promise<void> {
  const times: Times = { walled: [], open: [] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const side of ['walled', 'open'] as const) {
      await switchWall(world, side);
      for (let settling = 0; settling < SETTLING; settling += 1) await act();
      for (let round = 0; round < TIMED; round += 1) times[side].push(await timed(act));
    }
  }
  report(path, times);
}

/** A paper is issued once: each time is that of another, brought there beforehand. */
async function compareIssuing(world: BenchWorld): Promise<void> {
  await switchWall(world, 'walled');
  const people = new Map<Role, PersonActor>();
  const office = (role: Role): PersonActor => {
    const known = people.get(role) ?? world.person(role);
    people.set(role, known);
    return known;
  };
  const of = { seriesId: await addSeries(world, office), groupId: await addDirectory(world, RECIPIENTS) };
  const times: Times = { walled: [], open: [] };
  for (let round = 0; round < TURNS * 2; round += 1) {
    for (const side of ['walled', 'open'] as const) {
      const { issue } = await readyDocument(world, office, of);
      await switchWall(world, side);
      // The first statement after the switch plans anew.
      await world.graphql(office('OFFICE_CHECKER'), '{ documents(first: 1) { nodes { id } } }', {});
      const time = await timed(issue);
      if (round > 0) times[side].push(time);
    }
  }
  report(`发给 ${RECIPIENTS} 个单位`, times);
}

/** For every table at once; what was granted stays. */
async function switchWall({ owner }: BenchWorld, side: keyof Times): Promise<void> {
  const verb = side === 'walled' ? 'enable' : 'disable';
  await owner.query(
    `do $$ declare name regclass; begin
       for name in select p.polrelid::regclass from pg_policy p group by 1 loop
         execute format('alter table %s ${verb} row level security', name);
       end loop;
     end $$`,
  );
}

function report(path: string, { walled, open }: Times): void {
  const [withWall, without] = [median(walled), median(open)];
  print(`${path}：有行级安全 ${withWall.toFixed(2)} 毫秒，无 ${without.toFixed(2)} 毫秒，各 ${walled.length} 次`);
  printRatio(`${path}，耗时之比`, withWall / without, `≤ ${BAR}`, withWall / without <= BAR);
}

void main();
