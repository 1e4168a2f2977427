import { type Clock, type Id, IdFactory, localDate, type PersonActor } from '@hub/core';
import type { OpenSubgraph } from '@hub/graphql';
import { login, type OrganizationContext, resolveSession } from '@hub/organization';
import { createUseCaseContext } from '@hub/persistence';

import type { OpenHub } from '../local/open-hub';
import { seedDispatch } from './dispatch';
import { DEMO_PASSWORD, seedOrganization, unitLogin } from './organization';
import { seedReports } from './reports';
import { send } from './send';

type SeededHub = Pick<OpenHub, 'subgraphs' | 'settled'>;

/** Units that have answered already, by protocol order. */
const REPORTING_UNITS = [1, 2];

/** Fills an empty hub with the demo committee, its two papers, a month of reports with the plan of those to come, and a piece of 信息; one that has them stays as it is. */
export async function seedDemo(hub: SeededHub, clock: Clock): Promise<void> {
  if (!(await seedCommittee(hub, clock))) return;
  const organization = open(hub, 'organization');
  const ctx = contextOf(organization, clock);
  const [registrar, clerk] = [await actorOf(ctx, 'registrar'), await actorOf(ctx, 'clerk')];
  const today = localDate(clock.now());
  await seedDispatch(open(hub, 'dispatch'), {
    registrar,
    clerk,
    modelOrgansGroupId: await groupNamed(organization, registrar, '模范机关70家'),
    year: Number(today.slice(0, 4)),
  });
  await seedReports(open(hub, 'reports'), {
    clerk,
    checker: await actorOf(ctx, 'checker'),
    units: await Promise.all(REPORTING_UNITS.map((order) => deskOf(ctx, unitLogin(order)))),
    allUnitsGroupId: await groupNamed(organization, registrar, '全部单位'),
    today,
  });
}

/** The committee, its units and people; false when they are there already. */
export async function seedCommittee(hub: SeededHub, clock: Clock): Promise<boolean> {
  const { imported } = await seedOrganization(contextOf(open(hub, 'organization'), clock));
  // Papers are addressed to groups, which dispatch knows once the events have reached it.
  if (imported) await hub.settled();
  return imported;
}

function open({ subgraphs }: SeededHub, name: string): OpenSubgraph {
  const subgraph = subgraphs.get(name);
  if (!subgraph) throw new Error(`the seed needs ${name}`);
  return subgraph;
}

function contextOf({ database, deps }: OpenSubgraph, clock: Clock): OrganizationContext {
  const ids = new IdFactory(clock);
  const seed = { database, deps, actor: null, requestId: 'seed', clock, ids };
  return createUseCaseContext(seed as typeof seed & { deps: OrganizationContext['deps'] });
}

/** Signs in by the same door as everybody, so that the seed can do nothing that the person could not. */
async function actorOf(ctx: OrganizationContext, loginName: string): Promise<PersonActor> {
  const { refreshToken } = await login(ctx, { loginName, password: DEMO_PASSWORD });
  const actor = await resolveSession(ctx, refreshToken.split('.', 2).join('.'));
  if (!actor) throw new Error(`the seed cannot act as ${loginName}`);
  return actor;
}

/** Who writes for a unit, and who signs. */
async function deskOf(ctx: OrganizationContext, login: string) {
  return { clerk: await actorOf(ctx, login), leader: await actorOf(ctx, `${login}-leader`) };
}

async function groupNamed(organization: OpenSubgraph, actor: PersonActor, name: string): Promise<Id> {
  const { recipientGroups } = await send<{ recipientGroups: { readonly id: Id; readonly name: string }[] }>(
    organization,
    actor,
    '{ recipientGroups { id name } }',
  );
  const found = recipientGroups.find((group) => group.name === name);
  if (!found) throw new Error(`the demo committee has no group ${name}`);
  return found.id;
}
