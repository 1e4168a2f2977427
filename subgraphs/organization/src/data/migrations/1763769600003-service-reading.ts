import { IN_COMMITTEE, IN_UNITS, narrowForServices, SqlMigration } from '@hub/persistence';

const IS_THE_COMMITTEES = `unit_id in (
  select o.unit_id from organization.organization o where o.kind = 'WORK_COMMITTEE')`;

/**
 * The directory of units is open to all people of the committee. A program with a service token for a subtree finds in it
 * its subtree, and the committee's own unit, which papers name as their issuer.
 */
export class ServiceReading1763769600003 extends SqlMigration {
  protected statements(): string[] {
    return [
      narrowForServices('organization', 'unit', `(${IN_UNITS}) or (${IN_COMMITTEE} and ${IS_THE_COMMITTEES})`),
      narrowForServices('organization', 'unit_name', IN_UNITS),
      narrowForServices('organization', 'zone_unit', IN_UNITS),
      narrowForServices(
        'organization',
        'zone',
        `${IN_COMMITTEE} and zone_id in (select m.zone_id from organization.zone_unit m)`,
      ),
    ];
  }
}
