import type { PersonActor } from '@hub/core';

import { DEMO_PASSWORD } from '../../../infra/seed/organization';
import type { OrganizationWorld } from './organization-world';

const LOGIN = 'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }';

/** Who a session acts as at this moment, as the gateway asks it. */
export async function bearerOf(o: OrganizationWorld, sessionKey: string): Promise<PersonActor | null> {
  const query = 'query ($key: String!) { sessionActor(sessionKey: $key) }';
  const { sessionActor } = await o.ask<{ sessionActor: string | null }>(null, query, { key: sessionKey });
  return sessionActor === null ? null : (JSON.parse(sessionActor) as PersonActor);
}

/** A person of the demo with a session of their own. */
export async function signedIn(
  o: OrganizationWorld,
  loginName: string,
  password = DEMO_PASSWORD,
): Promise<{ readonly sessionKey: string; readonly actor: PersonActor }> {
  const { login } = await o.ask<{ login: { accessToken: string } }>(null, LOGIN, { input: { loginName, password } });
  const { sid } = JSON.parse(Buffer.from(login.accessToken.split('.')[1] ?? '', 'base64url').toString());
  const actor = await bearerOf(o, sid);
  if (actor === null) throw new Error(`the session of ${loginName} acts as nobody`);
  return { sessionKey: sid, actor };
}
