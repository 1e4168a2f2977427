import { type Clock, IdFactory, type PersonActor } from '@hub/core';
import type { OpenSubgraph } from '@hub/graphql';
import { login, type OrganizationContext, resolveSession } from '@hub/organization';
import { createUseCaseContext } from '@hub/persistence';

import type { OpenHub } from '../local/open-hub';
import { seedDispatch } from './dispatch';
import { DEMO_PASSWORD, type OFFICE_LOGINS, seedOrganization } from './organization';

type SeededHub = Pick<OpenHub, 'subgraphs' | 'settled'>;

/** Fills an empty hub with the demo committee and its two papers; a hub that has them stays as it is. */
export async function seedDemo(hub: SeededHub, clock: Clock): Promise<void> {
  if (!(await seedCommittee(hub, clock))) return;
  const ctx = contextOf(open(hub, 'organization'), clock);
  const signIn = (loginName: keyof typeof OFFICE_LOGINS) => actorOf(ctx, loginName);
  await seedDispatch(open(hub, 'dispatch'), { registrar: await signIn('registrar'), clerk: await signIn('clerk') });
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
  const actor = await resolveSession(ctx, refreshToken.slice(0, refreshToken.lastIndexOf('.')));
  if (!actor) throw new Error(`the seed cannot act as ${loginName}`);
  return actor;
}
