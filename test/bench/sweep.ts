import { dispatch } from '@hub/dispatch';
import { addOpenDeadlines, makeDue, type OpenDeadlines, sizeOf } from './sweep/open-deadlines';
import { claimBatch, claimRest, sweep } from './sweep/sweeping';
import { type BenchWorld, openBenchWorld } from './world/bench-world';
import { median, print, printRatio } from './world/timing';

/** Open deadlines as organisations times papers: of a committee, and of a country. */
const SMALL = { organizations: 100, papers: 100 };
const LARGE = { organizations: 10_000, papers: 1_000 };
/** `--quick`: a tenth of it. */
const QUICK = { organizations: 10_000, papers: 100 };
const DUE = 1_000;
const ROUNDS = 15;
const BARS = { finding: 3, empty: 2 };

interface Side {
  readonly world: BenchWorld;
  readonly deadlines: OpenDeadlines;
  readonly finding: number[];
  readonly empty: number[];
}

/** `npm run bench -- sweep`: what a sweep costs where few deadlines are open, and where very many are, in turns. */
async function main(): Promise<void> {
  const sides = [await openSide(SMALL), await openSide(process.argv.includes('--quick') ? QUICK : LARGE)] as const;
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const side of sides) await measure(side);
    }
    const [small, large] = sides;
    print(`空扫：${shown(small.empty)}，${shown(large.empty)}`);
    print(`从 ${DUE} 项到期中找出并登记 500 项：${shown(small.finding)}，${shown(large.finding)}`);
    report('空扫', median(large.empty) / median(small.empty), BARS.empty);
    report('找出并登记', median(large.finding) / median(small.finding), BARS.finding);
  } finally {
    for (const { world } of sides) await world.close();
  }
}

async function openSide(of: typeof SMALL): Promise<Side> {
  const world = await openBenchWorld(dispatch);
  const deadlines = await addOpenDeadlines(world, of);
  print(`${of.organizations * of.papers} 项未办结的期限，收文表连索引 ${await sizeOf(world)}`);
  return { world, deadlines, finding: [], empty: [] };
}

async function measure({ world, deadlines, finding, empty }: Side): Promise<void> {
  empty.push(await sweep(world, 0));
  await makeDue(world, deadlines, DUE);
  finding.push((await sweep(world, DUE)) + (await claimBatch(world)));
  await claimRest(world);
}

const shown = (times: readonly number[]): string => `${median(times).toFixed(1)} 毫秒`;

function report(what: string, ratio: number, bar: number): void {
  printRatio(`${what}，多项与少项耗时之比`, ratio, `≤ ${bar}`, ratio <= bar);
}

void main();
