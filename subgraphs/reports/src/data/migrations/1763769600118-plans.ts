import { SqlMigration } from '@hub/persistence';

/** How a plan stands: paused, ended, or held because the task of a period cannot be opened as it is. */
export class Plans1763769600118 extends SqlMigration {
  protected statements(): string[] {
    return [
      `alter table reports.report_plan
         add column paused_at timestamptz(3), add column ended_at timestamptz(3),
         add column end_reason text check (length(end_reason) <= 150),
         add column held_since timestamptz(3), add column held_code text, add column held_reason text,
         -- The day of the last attempt while it is held: the next one is tomorrow's.
         add column tried_on date,
         add check ((state = 'PAUSED') = (paused_at is not null)),
         add check ((state = 'ENDED') = (ended_at is not null)),
         add check ((held_since is null) = (held_code is null) and (held_since is null) = (held_reason is null)
                    and (held_since is null) = (tried_on is null)),
         add check (held_since is null or state = 'ACTIVE')`,
    ];
  }
}
