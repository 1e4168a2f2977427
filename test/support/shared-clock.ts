import { renameSync, writeFileSync } from 'node:fs';

import { ManualClock } from '@hub/core';

/** A clock that processes with `moved-clock.cjs` go by, through a file. */
export class SharedClock extends ManualClock {
  constructor(
    private readonly file: string,
    start: string,
  ) {
    super(start);
    this.#tell();
  }

  override set(instant: Date | string): void {
    super.set(instant);
    this.#tell();
  }

  override advance(milliseconds: number): void {
    super.advance(milliseconds);
    this.#tell();
  }

  /** Renamed into its place: nobody reads half an instant. */
  #tell(): void {
    writeFileSync(`${this.file}.next`, this.now().toISOString());
    renameSync(`${this.file}.next`, this.file);
  }
}
