import { type Actor, ADMINISTRATORS, isPerson, type PersonActor, type ReaderActor, type Role } from '@hub/core';

import { personActor, serviceActor } from '../../support';
import type { MatrixWorld } from './rows';

export interface Caller {
  readonly name: string;
  readonly actor: ReaderActor;
}

const OFFICE: readonly Role[] = [
  'COMMITTEE_LEADER',
  'OFFICE_CHECKER',
  'OFFICE_REGISTRAR',
  'OFFICE_CLERK',
  ...ADMINISTRATORS,
  'INSPECTOR',
];
const UNIT: readonly Role[] = ['UNIT_LEADER', 'UNIT_CLERK', 'UNIT_TREASURER'];

/** Every role where it is held, an inspector in both places, a drafter and a colleague of his, and programs of both reaches. */
export function callersOf({ places, office }: MatrixWorld): readonly Caller[] {
  const { WORK, OWN } = places;
  const { committeeId } = WORK;
  const inOffice = (role: Role): PersonActor => {
    const { organizationId, unitId } = WORK;
    return personActor(role, { committeeId, organizationId, unitId });
  };
  const { organizationId, unitId, accountId } = OWN;
  const inUnit = (role: Role): PersonActor =>
    personActor(role, {
      committeeId,
      organizationId,
      unitId,
      side: 'unit',
      ...(role === 'UNIT_LEADER' ? { accountId } : {}),
    });
  return [
    ...OFFICE.map((role) => ({ name: `${role} in the office`, actor: inOffice(role) })),
    { name: 'OFFICE_CLERK who drafted', actor: office.as('OFFICE_CLERK').actor as PersonActor },
    ...[...UNIT, 'INSPECTOR' as const].map((role) => ({ name: `${role} of the unit`, actor: inUnit(role) })),
    { name: 'a token for the committee', actor: serviceActor(committeeId) },
    { name: 'a token for the subtree', actor: serviceActor(committeeId, organizationId) },
  ];
}

/** Of whom a target may be. Nothing is a program's own. */
export const selfOf = (actor: Actor) => ({
  committeeId: actor.committeeId,
  accountId: isPerson(actor) ? actor.accountId : 'nobody',
});
