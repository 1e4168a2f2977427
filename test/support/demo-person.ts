import type { PersonActor } from '@hub/core';
import type { LocalResponse } from '@hub/graphql';
import { DEMO_PASSWORD } from '@hub/infra/seed/organization';

type AskOrganization = (query: string, variables: Record<string, unknown>) => Promise<LocalResponse>;

/** Who a demo login acts as, found out by the same door as everybody's. */
export async function demoPerson(ask: AskOrganization, loginName: string): Promise<PersonActor> {
  const login = 'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }';
  const { data } = await ask(login, { input: { loginName, password: DEMO_PASSWORD } });
  if (!data) throw new Error(`nobody can sign in as ${loginName}`);
  const { accessToken } = data.login as { accessToken: string };
  const { sid } = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString());
  const session = await ask('query ($session: String!) { sessionActor(sessionKey: $session) }', { session: sid });
  return JSON.parse(session.data?.sessionActor as string) as PersonActor;
}
