import { setTimeout as pause } from 'node:timers/promises';

import { insist } from '../insist';
import type { Crew } from './crew';
import type { Dice } from './dice';
import type { Backend, Stores } from './stores';

export const STRIKES = ['worker', 'postgres', 'redis', 'wipe'] as const;

export type Strike = (typeof STRIKES)[number];

/** What can be killed where queues are kept in one store or the other. */
export const KILLED: Readonly<Record<Backend, readonly Strike[]>> = {
  postgres: ['worker', 'postgres'],
  redis: ['worker', 'postgres', 'redis'],
};

/** The longest that everything is let alone between two strikes of one moment. */
const LONGEST_REST_MS = 900;

/** What is struck at each moment of a run: so many kills, and so many times that queues are wiped. */
export function planStrikes(
  dice: Dice,
  moments: number,
  { kills, wipes, kinds }: { readonly kills: number; readonly wipes: number; readonly kinds: readonly Strike[] },
): readonly (readonly Strike[])[] {
  // Workers die as often as all stores together.
  const weighted = kinds.flatMap((kind): Strike[] => (kind === 'worker' ? kinds.map(() => kind) : [kind]));
  const plan = Array.from({ length: moments }, (): Strike[] => []);
  const at = (index: number, of: number): Strike[] => plan[Math.floor(((index + 0.5) * moments) / of)] ?? [];
  for (let index = 0; index < kills; index += 1) at(index, kills).push(dice.pick(weighted));
  for (let index = 0; index < wipes; index += 1) at(index, wipes).push('wipe');
  return plan;
}

/** Strikes, and counts what it struck. */
export class Striker {
  readonly counts: Record<Strike, number> = { worker: 0, postgres: 0, redis: 0, wipe: 0 };

  constructor(
    private readonly stores: Stores,
    private readonly crew: Crew,
    private readonly dice: Dice,
  ) {}

  async strike(strikes: readonly Strike[]): Promise<void> {
    for (const strike of strikes) {
      await pause(this.dice.below(LONGEST_REST_MS));
      await this.#hit(strike);
      this.counts[strike] += 1;
    }
  }

  async #hit(strike: Strike): Promise<void> {
    switch (strike) {
      case 'worker':
        return this.crew.kill(this.dice);
      case 'wipe':
        return insist(() => this.stores.wipeQueues());
      case 'postgres':
      case 'redis':
        return this.stores.crash[strike]?.();
    }
  }
}
