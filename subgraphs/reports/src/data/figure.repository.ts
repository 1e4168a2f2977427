import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { foldOf } from './fold-of';
import type { TallyPlace } from './tally.repository';

export interface FiguredReport extends TallyPlace {
  readonly reportId: Id;
  readonly unitId: Id;
}

/** 汇总: the figures of what was handed in last, and their sums as a ledger beside them. */
export class FigureRepository {
  constructor(private readonly tx: Transaction) {}

  /**
   * The figures of one report instead of those it had. `figures` has every field of the template that is added up, null
   * where the report says nothing. The report is locked by the act, so that what is read here does not change meanwhile.
   */
  async replaceFigures(entryId: Id, report: FiguredReport, figures: ReadonlyMap<string, string | null>): Promise<void> {
    if (figures.size === 0) return;
    await this.tx.execute(
      `with given as (
         select g.key, g.value from unnest($8::text[], $9::numeric[]) as g(key, value)
       ), known as (
         select field_key as key, value from reports.report_figure
         where committee_id = $1 and task_id = $2 and field_key = any($8) and report_id = $3
       ), gone as (
         delete from reports.report_figure f using given g
         where f.committee_id = $1 and f.task_id = $2 and f.field_key = any($8) and f.report_id = $3
           and f.field_key = g.key and g.value is null
       ), kept as (
         insert into reports.report_figure
           (committee_id, task_id, field_key, report_id, unit_id, zone_id, nature, value)
         select $1, $2, key, $3, $4, $5, $6, value from given where value is not null
         on conflict (committee_id, task_id, field_key, report_id) do update set value = excluded.value
       )
       insert into reports.report_sum
         (committee_id, task_id, field_key, entry_id, zone_id, nature, reports, total)
       select $1, $2, g.key, $7, $5, $6,
              (g.value is not null)::int - (k.value is not null)::int, coalesce(g.value, 0) - coalesce(k.value, 0)
       from given g left join known k on k.key = g.key
       where g.value is distinct from k.value`,
      [
        this.tx.committeeId,
        report.taskId,
        report.reportId,
        report.unitId,
        report.zoneId,
        report.nature,
        entryId,
        [...figures.keys()],
        [...figures.values()],
      ],
    );
  }

  async fold(taskId: Id): Promise<void> {
    await this.tx.execute(foldOf('reports.report_sum', 'field_key, zone_id, nature', ['reports', 'total']), [
      this.tx.committeeId,
      taskId,
    ]);
  }
}
