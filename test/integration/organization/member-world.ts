import type { PersonActor } from '@hub/core';

import { createOrganizationWorld, type OrganizationWorld, type SeededUnit } from './organization-world';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An id number of nobody: a birth date, and a sequence whose last digit says the sex. */
export function idNumber(bornOn: string, sequence: number): string {
  const first = `410802${bornOn.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first[at]), 0);
  return `${first}${'10X98765432'[sum % 11]}`;
}

export interface Branch {
  readonly unit: SeededUnit;
  readonly branchId: string;
  readonly leader: PersonActor;
  readonly clerk: PersonActor;
}

export interface MemberWorld extends OrganizationWorld {
  /** Two units, each with a branch of its own. */
  readonly here: Branch;
  readonly there: Branch;
  readonly checker: PersonActor;
  readonly registrar: PersonActor;
  /** A branch of a third unit, affiliated to that organisation; its people act in the branch. */
  branchBelow(organizationId: string): Promise<Branch>;
  register(actor: PersonActor, change?: Readonly<Record<string, unknown>>): Promise<{ id: string; version: number }>;
}

export const REGISTER = 'mutation ($input: RegisterMemberInput!) { registerMember(input: $input) { id version } }';

let sequence = 1;
/** A unit below another for each who asks: one has one first branch. */
let nextUnit = 2;

/** A man of 1985 whom nobody has registered. */
export function memberInput(branchId: string, change: Readonly<Record<string, unknown>> = {}) {
  sequence += 2;
  return {
    organizationId: branchId,
    name: '张建国',
    sex: 'MALE',
    ethnicity: '汉族',
    bornOn: '1985-03-12',
    kind: 'FORMAL',
    joinedOn: '2008-07-01',
    confirmedOn: '2009-07-01',
    phone: '13803910000',
    idNumber: idNumber('1985-03-12', sequence),
    ...change,
  };
}

export async function createMemberWorld(): Promise<MemberWorld> {
  const o = await createOrganizationWorld();
  const office = await o.organizationNamed('中共焦作市委市直机关工作委员会');
  const [here, there] = (await Promise.all(
    [0, 1].map(async (place) => {
      const unit = await o.unitWith('ORGAN_COMMITTEE', place);
      return branchOf(o, unit, unit.organizationId);
    }),
  )) as [Branch, Branch];
  const inOffice = await o.unitAt(10).catch(() => here.unit);
  const officer = async (role: 'OFFICE_CHECKER' | 'OFFICE_REGISTRAR') => ({
    ...(await o.personOf(inOffice, role)),
    organizationId: office.organizationId,
  });
  const branches = [here, there];
  return {
    ...o,
    here,
    there,
    checker: await officer('OFFICE_CHECKER'),
    registrar: await officer('OFFICE_REGISTRAR'),
    branchBelow: async (organizationId) => branchOf(o, await o.unitWith('ORGAN_COMMITTEE', nextUnit++), organizationId),
    register: async (actor, change) => {
      const branch = branches.find(({ unit }) => unit.unitId === actor.unitId) ?? here;
      const input = memberInput(branch.branchId, change);
      return (await o.ask<{ registerMember: { id: string; version: number } }>(actor, REGISTER, { input }))
        .registerMember;
    },
  };
}

const CREATE = 'mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { id } }';

async function branchOf(o: OrganizationWorld, unit: SeededUnit, affiliationId: string): Promise<Branch> {
  const { createOrganization } = await o.ask<{ createOrganization: { id: string } }>(o.admin, CREATE, {
    input: {
      unitId: unit.unitId,
      kind: 'BRANCH',
      name: `${unit.name}第一支部委员会`,
      affiliationId,
      change: { effectiveOn: '2020-10-12', decisionNumber: '焦直〔2020〕8号', decisionOn: '2020-10-09' },
    },
  });
  const { id: branchId } = createOrganization;
  // Of the unit, where its organisation receives papers; of the branch alone, where it stands below another unit's.
  const own = affiliationId === unit.organizationId ? unit : { ...unit, organizationId: branchId };
  return { unit, branchId, leader: await o.personOf(own, 'UNIT_LEADER'), clerk: await o.personOf(own, 'UNIT_CLERK') };
}
