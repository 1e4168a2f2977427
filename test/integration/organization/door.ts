import type { PersonActor } from '@hub/core';

import { DEMO_PASSWORD } from '../../../infra/seed/organization';
import type { OrganizationWorld } from './organization-world';

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

const LOGIN = 'mutation ($input: LoginInput!) { login(input: $input) { accessToken refreshToken } }';
const REFRESH = 'mutation ($token: String!) { refreshSession(refreshToken: $token) { accessToken refreshToken } }';

/** What people do at the door of the hub, and who they are once inside. */
export interface Door {
  login(loginName: string, given?: object): Promise<Tokens>;
  loginRefusal(loginName: string, given?: object): Promise<unknown>;
  refresh(tokens: Tokens): Promise<Tokens>;
  refreshRefusal(tokens: Tokens): Promise<unknown>;
  /** Who the bearer of an access token is at this moment, as the gateway asks it. */
  bearer(tokens: Tokens): Promise<PersonActor | null>;
  /** Signs in and answers who that is. */
  personNamed(loginName: string, given?: object): Promise<PersonActor>;
  /** An account as the 系统管理员 sees it. */
  accountNamed(loginName: string): Promise<{ readonly accountId: string; readonly expectedVersion: number }>;
}

export function doorOf(o: OrganizationWorld): Door {
  const input = (loginName: string, given: object) => ({ input: { loginName, password: DEMO_PASSWORD, ...given } });
  const door: Door = {
    login: async (loginName, given = {}) =>
      (await o.ask<{ login: Tokens }>(null, LOGIN, input(loginName, given))).login,
    loginRefusal: (loginName, given = {}) => o.refusal(null, LOGIN, input(loginName, given)),
    refresh: async ({ refreshToken }) =>
      (await o.ask<{ refreshSession: Tokens }>(null, REFRESH, { token: refreshToken })).refreshSession,
    refreshRefusal: ({ refreshToken }) => o.refusal(null, REFRESH, { token: refreshToken }),
    bearer: async ({ accessToken }) => {
      const claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as {
        sid: string;
      };
      const { sessionActor } = await o.ask<{ sessionActor: string | null }>(
        null,
        'query ($key: String!) { sessionActor(sessionKey: $key) }',
        { key: claims.sid },
      );
      return sessionActor === null ? null : (JSON.parse(sessionActor) as PersonActor);
    },
    personNamed: async (loginName, given = {}) => {
      const person = await door.bearer(await door.login(loginName, given));
      if (person === null) throw new Error(`${loginName} acts as nobody`);
      return person;
    },
    accountNamed: async (loginName) => {
      const [account] = await o.rows<{ accountId: string; expectedVersion: number }>(
        `select account_id as "accountId", version as "expectedVersion" from organization.account where login_name = $1`,
        [loginName],
      );
      if (!account) throw new Error(`no account ${loginName}`);
      return account;
    },
  };
  return door;
}
