import { type Actor, isAdministrator, isPerson, isService, isSystem } from '@hub/core';

import { ADMINISTRATION } from './migration/row-security';
import { loginRole } from './roles';

/**
 * The second wall of one transaction: database role and settings, in one statement with transaction-local effect.
 * The role is set last, because only the login role may compute the scope (`scope_units` is the subgraph's own function
 * over its own projection: scope is never taken from a token).
 */
export function scopeStatement(schema: string, actor: Actor): { text: string; values: unknown[] } {
  const organizationId = isSystem(actor) ? null : actor.organizationId;
  const scopeRoot = actor.side === 'unit' ? actor.organizationId : null;
  return {
    text: `select set_config('hub.committee', $1, true),
                  set_config('hub.units', coalesce(${schema}.scope_units($1::uuid, $2::uuid)::text, ''), true),
                  set_config('hub.organization', $3, true),
                  set_config('hub.account', $4, true),
                  set_config('hub.service', $5, true),
                  set_config('hub.duty', $6, true),
                  set_config('role', $7, true)`,
    values: [
      actor.committeeId,
      scopeRoot,
      organizationId ?? '',
      isPerson(actor) ? actor.accountId : '',
      isService(actor) ? actor.serviceTokenId : '',
      isPerson(actor) && isAdministrator(actor.role) ? ADMINISTRATION : '',
      `${loginRole(schema)}_${actor.side}`,
    ],
  };
}
