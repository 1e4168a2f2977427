import { DEMO_PASSWORD, unitLogin } from '@hub/infra/seed/organization';
import type { Client } from 'pg';

import { foundUnit, groupNamed, unitsOf, workCommitteeOf } from '../../e2e/desks/committee';
import { HubClient } from '../../support';

/** Somebody of a unit, signed in, and the organisation that he answers for. */
export interface UnitDesk {
  readonly client: HubClient;
  readonly organizationId: string;
}

export interface ManyUnits {
  readonly office: Readonly<Record<'clerk' | 'checker', HubClient>>;
  readonly desks: readonly UnitDesk[];
  /** Means all of them. */
  readonly audience: object;
}

/** Protocol orders of units beside those of the demo. */
const FIRST_FOUNDED = 101;
/** Passwords are dear to prove, and so asked for a few at a time. */
const AT_ONCE = 8;

/** The demo committee with units founded beside its own until there are so many, each with a clerk who has signed in. */
export async function openManyUnits(url: string, owner: Client, count: number): Promise<ManyUnits> {
  const visitor = new HubClient(url, null);
  const signIn = (login: string) => visitor.signIn(login, DEMO_PASSWORD);
  const admin = await signIn('admin');
  const demo = (await unitsOf(admin)).map((unit) => ({ order: unit.protocolOrder, organizationId: unit.addressee.id }));
  const founded = await foundUnits(admin, count - demo.length);
  await reachReports(
    owner,
    founded.map(({ organizationId }) => organizationId),
  );
  const desks: UnitDesk[] = [];
  const waiting = [...demo, ...founded];
  while (waiting.length > 0) {
    const next = waiting.splice(0, AT_ONCE).map(async ({ order, organizationId }) => ({
      client: await signIn(unitLogin(order)),
      organizationId,
    }));
    desks.push(...(await Promise.all(next)));
  }
  const all = await groupNamed(admin, '全部单位');
  return {
    office: { clerk: await signIn('clerk'), checker: await signIn('checker') },
    desks,
    audience: {
      groups: [{ groupId: all.id }],
      organizations: founded.map(({ organizationId }) => ({ organizationId })),
    },
  };
}

async function foundUnits(admin: HubClient, count: number) {
  const top = await workCommitteeOf(admin);
  const founded: { order: number; organizationId: string }[] = [];
  for (let order = FIRST_FOUNDED; order < FIRST_FOUNDED + count; order += 1) {
    const organizationId = await foundUnit(admin, top, `市第${order}单位`, order, unitLogin(order));
    founded.push({ order, organizationId });
  }
  return founded;
}

/** Waits until reports have heard of all of them. */
async function reachReports(owner: Client, organizationIds: readonly string[]): Promise<void> {
  for (;;) {
    const { rows } = await owner.query<{ known: number }>(
      `select count(*)::int as known from reports.directory_organization o
       join reports.directory_unit u on (u.committee_id, u.unit_id) = (o.committee_id, o.unit_id)
       where o.organization_id = any($1)`,
      [organizationIds],
    );
    if (rows[0]?.known === organizationIds.length) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
