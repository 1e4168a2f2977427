import { type Id, localDate } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { Ask, HandedIn } from '../domain/burden';

/**
 * 填报负担 of units by month. What is asked counts in the month in which it is asked, what is handed in in the month in which
 * it is: neither moves when a due date does.
 */
export class UnitBurdenRepository {
  constructor(private readonly tx: Transaction) {}

  /** What a task asks of the units that owe a report for it, just opened: once for each of their organisations that does. */
  async addAsked(taskId: Id, { askedFields, knownFields, minutes }: Ask): Promise<void> {
    // In the order of the units, so that two tasks opened at once do not wait for each other in a circle.
    await this.tx.execute(
      `insert into reports.unit_burden as b
         (committee_id, unit_id, month, tasks, asked_fields, known_fields, minutes_estimated)
       select r.committee_id, r.unit_id, $3, count(*), count(*) * $4::int, count(*) * $5::int, count(*) * $6::int
       from reports.report r where r.committee_id = $1 and r.task_id = $2 and r.state <> 'SETTLED'
       group by r.committee_id, r.unit_id order by r.unit_id
       on conflict (committee_id, unit_id, month) do update
         set tasks = b.tasks + excluded.tasks, asked_fields = b.asked_fields + excluded.asked_fields,
             known_fields = b.known_fields + excluded.known_fields,
             minutes_estimated = b.minutes_estimated + excluded.minutes_estimated`,
      [this.tx.committeeId, taskId, this.month(), askedFields, knownFields, minutes],
    );
  }

  async addHandedIn(unitId: Id, { reports, minutesSpent, minutesSaid }: HandedIn): Promise<void> {
    if (reports === 0 && minutesSpent === 0 && minutesSaid === 0) return;
    await this.tx.execute(
      `insert into reports.unit_burden as b
         (committee_id, unit_id, month, tasks, asked_fields, known_fields, minutes_estimated,
          handed_in, minutes_spent, minutes_said)
       values ($1, $2, $3, 0, 0, 0, 0, $4, $5, $6)
       on conflict (committee_id, unit_id, month) do update
         set handed_in = b.handed_in + excluded.handed_in, minutes_spent = b.minutes_spent + excluded.minutes_spent,
             minutes_said = b.minutes_said + excluded.minutes_said`,
      [this.tx.committeeId, unitId, this.month(), reports, minutesSpent, minutesSaid],
    );
  }

  private month(): string {
    return localDate(this.tx.now).slice(0, 7);
  }
}
