import { closeToSystem, narrowKernelForSystem, SqlMigration, sideRole } from '@hub/persistence';

const SYSTEM = sideRole('organization', 'system');

/** What the named system actors do not need: they recognise people and tokens, log exports, and bring in a committee. */
export class Walls1763769600040 extends SqlMigration {
  protected statements(): string[] {
    return [
      ...['structure_event', 'contact_point'].flatMap((table) => closeToSystem('organization', table)),
      `revoke update on organization.unit, organization.unit_name, organization.organization, organization.section,
         organization.term, organization.zone, organization.post from ${SYSTEM}`,
      `revoke update, delete on organization.zone_unit from ${SYSTEM}`,
      `revoke select on organization.unit_name, organization.section, organization.term, organization.zone from ${SYSTEM}`,
      ...narrowKernelForSystem('organization'),
    ];
  }
}
