import type { Id } from '@hub/core';
import type { PlannedClock } from '@hub/deadlines';
import { meantOrganizations, type Transaction } from '@hub/persistence';

import type { Audience } from '../domain/audience';
import type { DistributionRole, Duty } from '../domain/duty';
import type { ReceiptDeadlines } from '../domain/receipt-deadline';

/** The clocks of the receipts of one duty. */
export interface DutyClock extends ReceiptDeadlines {
  readonly duty: Duty;
  /** What reminders come first; null when nothing is owed. */
  readonly plan: PlannedClock | null;
}

/** Columns of a plan, and what they get from a clock `c`. */
export const PLAN_COLUMNS = 'next_step, next_reminder_at, planned_as, planned_for';
export const PLAN_OF_CLOCK = `c.plan->>'nextStep', (c.plan->>'nextReminderAt')::timestamptz, c.plan->>'plannedAs',
              (c.plan->>'plannedFor')::timestamptz`;

export interface DutyCount {
  readonly duty: Duty;
  readonly count: number;
}

export interface AddedRecipient {
  readonly organizationId: Id;
  readonly role: DistributionRole;
  readonly duty: Duty;
}

/** 分送 of one document, always written as a whole set. */
export class DistributionRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly documentId: Id,
  ) {}

  /** Writes down who the audience means now; the number of organisations. */
  async replace(audience: Audience): Promise<number> {
    await this.clear();
    const { committeeId } = this.tx;
    const organizations = await this.tx.execute(
      `with ${meantOrganizations('dispatch')},
       resolved as (select distinct on (organization_id) * from meant order by organization_id, rank)
       insert into dispatch.distribution
         (committee_id, document_id, position, organization_id, role, duty, copies, source)
       select $1, $3, row_number() over (order by u.protocol_order, r.organization_id), r.organization_id, r.role, r.duty,
              r.copies, r.source
       from resolved r
       join dispatch.directory_organization o on o.committee_id = $1 and o.organization_id = r.organization_id
       join dispatch.directory_unit u on u.committee_id = $1 and u.unit_id = o.unit_id`,
      [committeeId, JSON.stringify(audience), this.documentId],
    );
    await this.tx.execute(
      `insert into dispatch.distribution
         (committee_id, document_id, position, external_name, role, duty, copies, source)
       select $1, $2, $3 + e.ordinality, e.name, e.role, 'READ', e.copies, 'EXTERNAL'
       from rows from (jsonb_to_recordset($4::jsonb) as (name text, role text, copies int))
         with ordinality as e(name, role, copies, ordinality)`,
      [committeeId, this.documentId, organizations, JSON.stringify(audience.externals)],
    );
    return organizations;
  }

  async clear(): Promise<void> {
    await this.tx.execute('delete from dispatch.distribution where committee_id = $1 and document_id = $2', this.#key);
  }

  /** A digest of the recipients with their standings: the same for the same set, however it came about. */
  async digest(): Promise<string> {
    const [row] = await this.tx.query<{ digest: string }>(
      `select encode(sha256(convert_to(coalesce(
                string_agg(organization_id::text || role || duty, ',' order by organization_id), ''), 'UTF8')), 'hex'
              ) as digest
       from dispatch.distribution where committee_id = $1 and document_id = $2 and organization_id is not null`,
      this.#key,
    );
    return row?.digest ?? '';
  }

  /** Carries out what the issuer confirmed about those who joined or left since the approval. */
  async adjust(added: readonly AddedRecipient[], dropped: readonly Id[]): Promise<void> {
    if (dropped.length > 0) {
      await this.tx.execute(
        `delete from dispatch.distribution
         where committee_id = $1 and document_id = $2 and organization_id = any($3::uuid[])`,
        [...this.#key, dropped],
      );
    }
    if (added.length === 0) return;
    await this.tx.execute(
      `insert into dispatch.distribution
         (committee_id, document_id, position, organization_id, role, duty, source)
       select $1, $2, last.position + row_number() over (), a."organizationId", a.role, a.duty, 'CONFIRMED'
       from jsonb_to_recordset($3::jsonb) as a("organizationId" uuid, role text, duty text),
            (select coalesce(max(position), 0) as position from dispatch.distribution
             where committee_id = $1 and document_id = $2) last`,
      [...this.#key, JSON.stringify(added)],
    );
  }

  /** Sorts and hashes of a hundred thousand recipients stay in memory, for this transaction only. */
  async expectMany(): Promise<void> {
    await this.tx.execute(`set local work_mem = '64MB'`);
  }

  /** How many organisations owe which duty. */
  async duties(): Promise<readonly DutyCount[]> {
    return this.tx.query<DutyCount>(
      `select duty, count(*)::int as count from dispatch.distribution
       where committee_id = $1 and document_id = $2 and organization_id is not null group by duty`,
      this.#key,
    );
  }

  /**
   * One receipt for every organisation, in one statement, with the names as they are at this moment; the number of them.
   * In the order of the primary key, which then only grows at its end.
   */
  deliver(clocks: readonly DutyClock[]): Promise<number> {
    return this.tx.execute(
      `insert into dispatch.receipt
         (committee_id, document_id, organization_id, unit_id, unit_name, organization_name, protocol_order,
          role, duty, state, delivered_at, acknowledge_due_at, feedback_due_at, calendar_version,
          service_level_version, feedback_basis, ${PLAN_COLUMNS})
       select d.committee_id, d.document_id, d.organization_id, o.unit_id, u.name, o.name, u.protocol_order,
              d.role, d.duty, 'DELIVERED', $3, c."acknowledgeBy", c."feedbackBy", c."calendarVersion",
              c."serviceLevelVersion", c."feedbackBasis", ${PLAN_OF_CLOCK}
       from dispatch.distribution d
       join dispatch.directory_organization o
         on o.committee_id = d.committee_id and o.organization_id = d.organization_id
       join dispatch.directory_unit u on u.committee_id = o.committee_id and u.unit_id = o.unit_id
       join jsonb_to_recordset($4::jsonb)
         as c(duty text, "acknowledgeBy" timestamptz, "feedbackBy" timestamptz, "calendarVersion" text,
              "serviceLevelVersion" text, "feedbackBasis" text, plan jsonb) on c.duty = d.duty
       where d.committee_id = $1 and d.document_id = $2
       order by d.organization_id`,
      [...this.#key, this.tx.now, JSON.stringify(clocks)],
    );
  }

  get #key(): readonly unknown[] {
    return [this.tx.committeeId, this.documentId];
  }
}
