const WARM_UP = 20;

/** Chance that comes again with the same seed (xorshift of 32 bits). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    // Seeds that follow each other are to have nothing in common.
    this.#state = Math.imul(Math.trunc(seed) + 1, 0x9e37_79b1) || 1;
    for (let turn = 0; turn < WARM_UP; turn += 1) this.below(1);
  }

  /** One of 0 to below. */
  below(count: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % count;
  }

  /** True so many times out of a hundred. */
  percent(share: number): boolean {
    return this.below(100) < share;
  }

  /** Others, that come again with these. */
  split(): Dice {
    return new Dice(this.below(2 ** 31));
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}
