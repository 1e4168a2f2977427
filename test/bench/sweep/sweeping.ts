import type { JobRun } from '@hub/jobs';

import { jobRun } from '../../support/job-run';
import type { BenchWorld } from '../world/bench-world';
import { timed } from '../world/timing';

const BATCH = 500;

/** The jobs themselves are run, without a queue: what is measured is what they ask of the database. */
async function run({ clock, committeeId, subgraph }: BenchWorld, name: string, queue?: JobRun['queue']) {
  const job = subgraph.jobs.find((each) => each.name === name);
  if (!job) throw new Error(`dispatch has no job ${name}`);
  await job.run({ committeeId }, jobRun(name, clock.now(), queue));
}

/** The time of a look at what is due; it hands out as many batches as that takes. */
export async function sweep(world: BenchWorld, due: number): Promise<number> {
  let batches = 0;
  const queue: JobRun['queue'] = {
    add: async () => undefined,
    addAll: async (_definition, requests) => {
      batches += requests.length;
    },
  };
  const time = await timed(() => run(world, 'sweep-deadlines', queue));
  if (batches !== due / BATCH) throw new Error(`a sweep over ${due} handed out ${batches} batches`);
  return time;
}

/** The time in which a batch is found and entered. */
export async function claimBatch(world: BenchWorld): Promise<number> {
  const before = await entered(world);
  const time = await timed(() => run(world, 'remind-batch'));
  const claimed = (await entered(world)) - before;
  if (claimed !== BATCH) throw new Error(`a batch entered ${claimed}`);
  return time;
}

export async function claimRest(world: BenchWorld): Promise<void> {
  await run(world, 'remind-batch');
}

async function entered({ owner }: BenchWorld): Promise<number> {
  const { rows } = await owner.query<{ count: number }>('select count(*)::int as count from dispatch.reminder');
  return rows[0]?.count ?? 0;
}
