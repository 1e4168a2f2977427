import type { Id } from '@hub/core';
import { seedOrganization } from '@hub/infra/seed/organization';

import type { OrganizationContext } from '../../../subgraphs/organization/src/usecases/context';
import { type Office, openOfficeAt, setGroup } from '../../integration/dispatch/office';
import { someId, type TestDatabase, type TestWorld } from '../../support';
import { until } from './until';

/** Accounts by what they are to a matter. */
export interface Persons {
  readonly desk: ReadonlyMap<Id, Id>;
  readonly leader: ReadonlyMap<Id, Id>;
  /** Who supervises in the office. */
  readonly office: readonly Id[];
}

export interface Committee {
  readonly office: Office;
  readonly persons: Persons;
}

interface PostRow {
  readonly role: string;
  readonly accountId: Id;
  readonly organizationId: Id;
  readonly unitId: Id;
  readonly name: string;
  readonly kind: string;
}

/** The demo committee with its people, as the directory of dispatch knows it once its events have arrived. */
export async function openCommittee(world: TestWorld): Promise<Committee> {
  const { database } = world;
  const { committeeId } = await seedOrganization(world.context('organization', null) as OrganizationContext);
  await until('the directory is there', async () => (await missingOrganizations(database)) === 0);
  const posts = await database.query<PostRow>(
    `select p.role, p.account_id as "accountId", p.organization_id as "organizationId", o.unit_id as "unitId", o.name, o.kind
     from organization.post p join organization.organization o using (committee_id, organization_id)`,
  );
  const own = posts.find(({ kind }) => kind === 'WORK_COMMITTEE');
  if (!own) throw new Error('the demo committee has no office');
  const units = posts.filter(({ role }) => role === 'UNIT_CLERK');
  const groupId = someId();
  await setGroup(world, committeeId, groupId, units);
  const office = await openOfficeAt(world, { committeeId, own, units, groupId });
  const byOrganization = (role: string) =>
    new Map(posts.filter((post) => post.role === role).map((post) => [post.organizationId, post.accountId]));
  const supervisors = posts.filter(({ role }) => role === 'OFFICE_CHECKER' || role === 'OFFICE_REGISTRAR');
  return {
    office,
    persons: {
      desk: byOrganization('UNIT_CLERK'),
      leader: byOrganization('UNIT_LEADER'),
      office: supervisors.map(({ accountId }) => accountId),
    },
  };
}

async function missingOrganizations(database: TestDatabase): Promise<number> {
  const [row] = await database.query<{ missing: number }>(
    `select count(*)::int as missing from organization.organization o
     where not exists (select from dispatch.directory_organization d where d.organization_id = o.organization_id)`,
  );
  return row?.missing ?? 0;
}
