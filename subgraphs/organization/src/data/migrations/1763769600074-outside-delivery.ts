import { closeToAdministrators, IN_COMMITTEE, SqlMigration, secureTable, sideRole } from '@hub/persistence';

const SYSTEM = sideRole('organization', 'system');

/**
 * What leaves the hub goes in lanes: messages of one lane share a server, which may hang or refuse, and no lane waits for
 * another. Who sends leases a row; a lease that ran out was broken off, and nobody knows whether the message got out.
 */
export class OutsideDelivery1763769600074 extends SqlMigration {
  protected statements(): string[] {
    return [
      // Null: the channel as a whole.
      'alter table organization.notice_preference add column lane text check (length(lane) <= 300)',
      `alter table organization.notice_delivery
         add column lane text check (length(lane) <= 300),
         add column interruptions int not null default 0 check (interruptions >= 0)`,
      `create index notice_delivery_due on organization.notice_delivery (committee_id, lane, not_before, notice_id)
         where state = 'PENDING'`,
      `create index notice_delivery_leased on organization.notice_delivery (committee_id, lane, lease_until)
         where state = 'PENDING' and lease_until is not null`,
      `create index notice_delivery_failed on organization.notice_delivery (committee_id, notice_id)
         where state = 'FAILED'`,
      `grant update (not_before, attempts, lease_until, interruptions, sent_at) on organization.notice_delivery
         to ${SYSTEM}`,
      ...lane,
    ];
  }
}

const lane = [
  `create table organization.outside_lane (
     committee_id uuid not null, lane text not null check (length(lane) between 1 and 300),
     -- In a row, each one the fault of the lane and not of a message.
     failures int not null default 0 check (failures >= 0),
     closed_until timestamptz(3), last_error text check (length(last_error) <= 500),
     primary key (committee_id, lane)
   )`,
  ...secureTable('organization', 'outside_lane', {
    office: { grant: 'select', rows: IN_COMMITTEE },
    system: { grant: 'select, insert, update', rows: IN_COMMITTEE },
  }),
  closeToAdministrators('organization', 'outside_lane'),
];
