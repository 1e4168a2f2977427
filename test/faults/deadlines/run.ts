import { insist } from '../insist';
import { Clocks } from './clocks';
import { Dice } from './dice';
import { remindersOf, type UnderWay, underWay } from './kept';
import { issue, type Paper, preparePapers } from './papers';
import { ACTS, People } from './people';
import { MINUTE } from './plain-times';
import type { ReceiptModel } from './receipts';
import { type FaultReport, judge, type StoppedClock } from './report';
import { onStage, type Stage } from './stage';
import type { Backend } from './stores';
import { KILLED, planStrikes, Striker } from './strikes';
import { type Moment, timelineOf } from './timeline';
import { waitFor } from './until';

export interface FaultRunOptions {
  readonly seed: number;
  readonly kills: number;
  readonly wipes: number;
  /** Office days that pass. */
  readonly days: number;
}

const WORKERS = 3;
/** Of all receipts on which something is still to be done, so many out of a hundred are acted on at each moment. */
const ACTED_ON = 12;
/** People who act at the same time. */
const LANES = 4;

/** Lets days of a committee pass in which everything is killed again and again, and tells what became of its deadlines. */
export function runFaults(backend: Backend, options: FaultRunOptions): Promise<FaultReport> {
  return onStage(backend, WORKERS, async (stage) => {
    const piles = await preparePapers(stage.committee.office, options.days);
    const run = new FaultRun(stage, options.seed);
    const striker = new Striker(stage.stores, stage.crew, new Dice(options.seed + 1));
    const moments = timelineOf(options.seed, options.days);
    const plan = planStrikes(new Dice(options.seed + 2), moments.length, { ...options, kinds: KILLED[backend] });
    for (const [index, moment] of moments.entries()) {
      const pile = moment.opens ? (piles.shift() ?? []) : [];
      await run.pass(moment, pile, () => striker.strike(plan[index] ?? []));
    }
    const stuck = await run.settle();
    await stage.leave();
    const outside = await stage.outside.findings(stage.world.database);
    return {
      seed: options.seed,
      outside,
      struck: striker.counts,
      stuck,
      fell: stage.crew.fell,
      ...(await run.report()),
    };
  });
}

class FaultRun {
  readonly #clocks = new Clocks();
  readonly #receipts: ReceiptModel[] = [];
  readonly #stopped: StoppedClock[] = [];
  readonly #acts = Object.fromEntries(ACTS.map((act) => [act, 0])) as Record<(typeof ACTS)[number], number>;
  readonly #dice: Dice;
  readonly #people: People;
  #underWay: UnderWay | null = null;

  constructor(
    private readonly stage: Stage,
    seed: number,
  ) {
    this.#dice = new Dice(seed);
    this.#people = new People(stage.world, stage.committee.office);
  }

  /** One moment: the clock stands until all that people do in it is answered. */
  async pass({ at, settles }: Moment, pile: readonly Paper[], strike: () => Promise<void>): Promise<void> {
    this.#letPass(at - this.stage.clock.now().getTime());
    await Promise.all([strike(), this.#work(pile, at)]);
    if (settles && (await this.#isReached(({ due }) => due === 0))) this.#clocks.sweep();
  }

  /** Waits until everything has arrived where it is going; otherwise what has not. */
  async settle(): Promise<UnderWay | null> {
    const isSettled = await this.#isReached(({ deliveries, ...rest }) => {
      if (Object.values(rest).some((count) => count > 0)) return false;
      // What is tried again later is tried when time has gone by.
      if (deliveries > 0) this.#letPass(MINUTE);
      return deliveries === 0;
    });
    this.#clocks.sweep();
    return isSettled ? null : this.#underWay;
  }

  async report(): Promise<Omit<FaultReport, 'seed' | 'outside' | 'struck' | 'stuck' | 'fell'>> {
    const { world, committee } = this.stage;
    const lived = { clocks: this.#clocks, stopped: this.#stopped, persons: committee.persons };
    return { acts: this.#acts, receipts: this.#receipts.length, ...(await judge(world.database, lived)) };
  }

  #letPass(milliseconds: number): void {
    this.stage.clock.advance(milliseconds);
    this.#clocks.show(this.stage.clock.now().getTime());
  }

  async #work(pile: readonly Paper[], now: number): Promise<void> {
    const { office } = this.stage.committee;
    for (const paper of pile) this.#receipts.push(...(await issue(office, this.#clocks, paper, now)));
    const chosen = this.#receipts.filter(({ state }) => state !== 'DONE' && this.#dice.percent(ACTED_ON));
    const running = chosen.flatMap(({ clock }) => clock ?? []);
    // Each with a chance of its own: which lane is quicker changes nothing.
    const todo = chosen.map((receipt) => ({ receipt, dice: this.#dice.split() }));
    const lane = async (): Promise<void> => {
      for (let next = todo.pop(); next; next = todo.pop()) {
        const act = await this.#people.act(next.receipt, next.dice);
        if (act !== null) this.#acts[act] += 1;
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    const stopped = running.filter((clock) => !this.#clocks.isRunning(clock));
    const reminders = await insist(() => remindersOf(this.stage.world.database, stopped));
    this.#stopped.push(...stopped.map((clock, index) => ({ clock, reminders: reminders[index] ?? 0 })));
  }

  #isReached(goal: (underWay: UnderWay) => boolean): Promise<boolean> {
    const { world, clock } = this.stage;
    const look = async (): Promise<boolean> => {
      this.#underWay = await insist(() => underWay(world.database, clock.now()));
      return goal(this.#underWay);
    };
    return waitFor(look, () => this.#underWay);
  }
}
