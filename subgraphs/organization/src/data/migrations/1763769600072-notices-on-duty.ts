import { IN_COMMITTEE, SqlMigration, secureTable } from '@hub/persistence';

/** Who is meant by the duty post stands in the roster. */
export class NoticesOnDuty1763769600072 extends SqlMigration {
  protected statements(): string[] {
    return secureTable('organization', 'duty_shift', { system: { grant: 'select', rows: IN_COMMITTEE } });
  }
}
