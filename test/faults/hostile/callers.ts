import type { PersonActor } from '@hub/core';
import { DEMO_PASSWORD, unitLogin } from '@hub/infra/seed/organization';
import { login, type OrganizationContext, resolveSession } from '@hub/organization';

import type { TestWorld } from '../../support';
import { STRANGER } from './committee-with-secrets';

/** Who calls. `restricted`: may not see what belongs to other units. */
export const CALLERS = {
  nobody: { loginName: null, restricted: true },
  unitClerk: { loginName: unitLogin(STRANGER), restricted: true },
  officeClerk: { loginName: 'clerk', restricted: false },
  registrar: { loginName: 'registrar', restricted: false },
  admin: { loginName: 'admin', restricted: false },
} as const;

export type Caller = keyof typeof CALLERS;

export const CALLER_NAMES = Object.keys(CALLERS) as readonly Caller[];

/** Each signed in by the door of everybody. */
export async function actorsOf(world: TestWorld): Promise<Readonly<Record<Caller, PersonActor | null>>> {
  const ctx = world.context<OrganizationContext['deps']>('organization', null);
  const actors = CALLER_NAMES.map(async (caller) => [caller, await signIn(ctx, CALLERS[caller].loginName)] as const);
  return Object.fromEntries(await Promise.all(actors)) as Record<Caller, PersonActor | null>;
}

async function signIn(ctx: OrganizationContext, loginName: string | null): Promise<PersonActor | null> {
  if (loginName === null) return null;
  const { refreshToken } = await login(ctx, { loginName, password: DEMO_PASSWORD });
  const actor = await resolveSession(ctx, refreshToken.split('.', 2).join('.'));
  if (actor === null) throw new Error(`nobody signed in as ${loginName}`);
  return actor;
}
