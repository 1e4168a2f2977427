import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { Recipient } from '../domain/distribution';
import { type DutyClock, PLAN_COLUMNS, PLAN_OF_CLOCK } from './distribution.repository';

export interface Delivered {
  readonly organizationId: Id;
  readonly unitId: Id;
  readonly version: number;
}

/** 补发: receipts after the first release, under the names of today. */
export class ReceiptDeliveryRepository {
  constructor(private readonly tx: Transaction) {}

  /**
   * New receipts, and those that were taken back begin anew. Organisations that are unknown or dissolved are left out of
   * the answer. The caller holds the document and has made sure that none of them holds it.
   */
  deliver(documentId: Id, recipients: readonly Recipient[], clocks: readonly DutyClock[]): Promise<Delivered[]> {
    return this.tx.query<Delivered>(
      `insert into dispatch.receipt as r
         (committee_id, document_id, organization_id, unit_id, unit_name, organization_name, protocol_order,
          role, duty, state, delivered_at, acknowledge_due_at, feedback_due_at, calendar_version,
          service_level_version, feedback_basis, ${PLAN_COLUMNS}, reissued)
       select $1, $2, o.organization_id, u.unit_id, u.name, o.name, u.protocol_order,
              d.role, d.duty, 'DELIVERED', $3, c."acknowledgeBy", c."feedbackBy", c."calendarVersion",
              c."serviceLevelVersion", c."feedbackBasis", ${PLAN_OF_CLOCK}, true
       from jsonb_to_recordset($4::jsonb) as d("organizationId" uuid, role text, duty text)
       join jsonb_to_recordset($5::jsonb)
         as c(duty text, "acknowledgeBy" timestamptz, "feedbackBy" timestamptz, "calendarVersion" text,
              "serviceLevelVersion" text, "feedbackBasis" text, plan jsonb) on c.duty = d.duty
       join dispatch.directory_organization o
         on o.committee_id = $1 and o.organization_id = d."organizationId" and o.active
       join dispatch.directory_unit u on u.committee_id = $1 and u.unit_id = o.unit_id and u.active
       on conflict (committee_id, document_id, organization_id) do update
         set unit_id = excluded.unit_id, unit_name = excluded.unit_name, organization_name = excluded.organization_name,
             protocol_order = excluded.protocol_order, role = excluded.role, duty = excluded.duty,
             state = excluded.state, delivered_at = excluded.delivered_at, opened_at = null,
             acknowledge_due_at = excluded.acknowledge_due_at, feedback_due_at = excluded.feedback_due_at,
             calendar_version = excluded.calendar_version,
             service_level_version = excluded.service_level_version, next_step = excluded.next_step,
             next_reminder_at = excluded.next_reminder_at, planned_as = excluded.planned_as,
             planned_for = excluded.planned_for, clock_started_at = null, feedback_basis = excluded.feedback_basis,
             reminded_at = null, reminder_level = 0, acknowledged_at = null, acknowledged_by_account_id = null,
             acknowledged_by_post_id = null, acknowledged_by_name = null, acknowledged_by_title = null,
             text_digest = null, assigned_to_post_id = null, assigned_to_title = null, assigned_at = null,
             recalled_at = null, exempted_at = null, exempt_reason = null, withdrawn_at = null, withdrawal_reason = null, closed_at = null,
             reissued = true, updated_at = $3, version = r.version + 1
       returning organization_id as "organizationId", unit_id as "unitId", version`,
      [this.tx.committeeId, documentId, this.tx.now, JSON.stringify(recipients), JSON.stringify(clocks)],
    );
  }

  /** Adds to the 分送范围 those that were not in it. */
  async extendDistribution(documentId: Id, recipients: readonly Recipient[]): Promise<void> {
    await this.tx.execute(
      `insert into dispatch.distribution (committee_id, document_id, position, organization_id, role, duty, source)
       select $1, $2,
              (select coalesce(max(position), 0) from dispatch.distribution
               where committee_id = $1 and document_id = $2) + d.position,
              d.organization_id, d.role, d.duty, 'REISSUE'
       from rows from (jsonb_to_recordset($3::jsonb) as ("organizationId" uuid, role text, duty text))
         with ordinality as d(organization_id, role, duty, position)
       where not exists (select from dispatch.distribution e
                         where e.committee_id = $1 and e.document_id = $2 and e.organization_id = d.organization_id)`,
      [this.tx.committeeId, documentId, JSON.stringify(recipients)],
    );
  }
}
