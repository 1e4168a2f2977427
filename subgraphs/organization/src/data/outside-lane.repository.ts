import type { Transaction } from '@hub/persistence';

export interface LaneRow {
  readonly lane: string;
  readonly failures: number;
}

/** Lanes of the committee. Whoever holds a lane decides alone what is sent through it next. */
export class OutsideLaneRepository {
  constructor(private readonly tx: Transaction) {}

  /** Those that are open, under lock; one that another worker holds at this moment is his to use. */
  takeOpen(): Promise<LaneRow[]> {
    return this.tx.query<LaneRow>(
      `select l.lane, l.failures from organization.outside_lane l
       where l.committee_id = $1 and (l.closed_until is null or l.closed_until <= $2)
       order by l.lane for update skip locked`,
      [this.tx.committeeId, this.tx.now],
    );
  }

  /** The faults in a row so far, under lock. */
  async failuresOf(lane: string): Promise<number> {
    const [row] = await this.tx.query<LaneRow>(
      `select l.lane, l.failures from organization.outside_lane l
       where l.committee_id = $1 and l.lane = $2 for update`,
      [this.tx.committeeId, lane],
    );
    return row?.failures ?? 0;
  }

  async blame(lane: string, failures: number, closedUntil: Date | null, error: string): Promise<void> {
    await this.tx.execute(
      `update organization.outside_lane set failures = $3, closed_until = $4, last_error = $5
       where committee_id = $1 and lane = $2`,
      [this.tx.committeeId, lane, failures, closedUntil, error],
    );
  }

  /** It answers: what was held against it is forgotten. */
  async absolve(lane: string): Promise<void> {
    await this.tx.execute(
      `update organization.outside_lane set failures = 0, closed_until = null, last_error = null
       where committee_id = $1 and lane = $2 and failures > 0`,
      [this.tx.committeeId, lane],
    );
  }
}
