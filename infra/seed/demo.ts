import { type Clock, IdFactory, type PersonActor } from '@hub/core';
import type { OpenSubgraph } from '@hub/graphql';
import { createUseCaseContext } from '@hub/persistence';

import type { OpenHub } from '../local/open-hub';
import { seedDispatch } from './dispatch';
import { DEMO_PASSWORD, OFFICE_LOGINS, seedOrganization } from './organization';

/** Fills an empty hub with the demo committee and its two papers; a hub that has them stays as it is. */
export async function seedDemo(hub: Pick<OpenHub, 'subgraphs' | 'settled'>, clock: Clock): Promise<void> {
  const organization = open(hub, 'organization');
  const { imported } = await seedOrganization(contextOf(organization, clock));
  if (!imported) return;
  // Papers are addressed to groups, which dispatch knows once the events have reached it.
  await hub.settled();
  const signIn = (loginName: keyof typeof OFFICE_LOGINS) => actorOf(organization, loginName);
  await seedDispatch(open(hub, 'dispatch'), { registrar: await signIn('registrar'), clerk: await signIn('clerk') });
}

function open({ subgraphs }: Pick<OpenHub, 'subgraphs'>, name: string): OpenSubgraph {
  const subgraph = subgraphs.get(name);
  if (!subgraph) throw new Error(`the seed needs ${name}`);
  return subgraph;
}

function contextOf({ database, deps }: OpenSubgraph, clock: Clock) {
  const ids = new IdFactory(clock);
  return createUseCaseContext({ database, deps: deps as never, actor: null, requestId: 'seed', clock, ids });
}

/** Signs in by the same door as everybody, so that the seed can do nothing that the person could not. */
async function actorOf(organization: OpenSubgraph, loginName: string): Promise<PersonActor> {
  const nobody = { actor: null, requestId: 'seed', idempotencyKey: null };
  const variables = { loginName, password: DEMO_PASSWORD };
  const login =
    'mutation ($loginName: String!, $password: String!) { login(input: { loginName: $loginName, password: $password }) { accessToken } }';
  const { data, errors } = await organization.execute({ query: login, variables }, nobody);
  if (errors) throw new Error(`the seed cannot sign in as ${loginName}: ${errors[0]?.message}`);
  const { accessToken } = data?.login as { accessToken: string };
  const session = sessionOf(accessToken);
  const query = 'query ($session: String!) { sessionActor(sessionKey: $session) }';
  const answer = await organization.execute({ query, variables: { session } }, nobody);
  return JSON.parse(answer.data?.sessionActor as string) as PersonActor;
}

function sessionOf(accessToken: string): string {
  const [, claims = ''] = accessToken.split('.');
  return (JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { sid: string }).sid;
}
