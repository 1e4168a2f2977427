import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { MemberRepository } from '../data/member.repository';
import { openIdNumber } from '../data/sealed-id-number';
import { memberError } from '../domain/member.errors';
import { assertPurpose, type MemberSecret } from '../domain/reveal';
import { forAct } from './change-member';
import type { OrganizationContext } from './context';
import { takeSensitiveRead } from './sensitive-reads';

export interface RevealMemberInput {
  readonly memberId: Id;
  readonly fields: readonly MemberSecret[];
  readonly purpose: string;
}

export interface RevealedMember {
  readonly memberId: Id;
  /** Null: not asked for. */
  readonly idNumber: string | null;
}

/**
 * The one way in which a value of level 4 leaves in the clear. A plain transaction and no command: an answer that is kept
 * for a repeat would be a copy in the database. A repeat is another read, and another row of the trail.
 */
export function revealMember(ctx: OrganizationContext, input: RevealMemberInput): Promise<RevealedMember> {
  requirePerson(ctx);
  return ctx.transaction(async (tx) => {
    const { memberId } = input;
    const member = await forAct(tx, 'revealMember', await new MemberRepository(tx).find(memberId));
    const purpose = assertPurpose(input.purpose);
    const fields = [...new Set(input.fields)].sort();
    if (fields.length === 0) throw memberError('FIELDS_REQUIRED');
    await takeSensitiveRead(tx);
    tx.audit({ action: 'revealMember', objectType: 'member', objectId: memberId, after: { fields, purpose } });
    const idNumber = fields.includes('ID_NUMBER') ? openIdNumber(ctx.deps.fieldCipher, member) : null;
    return { memberId, idNumber };
  });
}
