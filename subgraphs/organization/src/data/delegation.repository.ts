import type { Id, PersonActor } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { DelegationTerm } from '../domain/delegation';
import type { Candidate } from './delegation.read-model';

export interface LockedDelegation extends DelegationTerm {
  readonly endedAt: Date | null;
  readonly version: number;
}

export class DelegationRepository {
  constructor(private readonly tx: Transaction) {}

  /** False when the post is lent to that person for one of the days already. */
  async insert(
    delegationId: Id,
    principal: PersonActor,
    delegate: Candidate,
    { fromOn, toOn, reason }: DelegationTerm & { readonly reason: string },
  ): Promise<boolean> {
    const inserted = await this.tx.execute(
      `insert into organization.delegation
         (committee_id, delegation_id, post_id, account_id, principal_name, post_title,
          delegate_account_id, delegate_name, from_on, to_on, reason, granted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict on constraint delegation_overlap do nothing`,
      [
        this.tx.committeeId,
        delegationId,
        principal.postId,
        principal.accountId,
        principal.displayName,
        principal.postTitle,
        delegate.accountId,
        delegate.displayName,
        fromOn,
        toOn,
        reason,
        this.tx.now,
      ],
    );
    return inserted === 1;
  }

  /** Of a party to it; null for everybody else. */
  async lock(delegationId: Id, party: Id): Promise<LockedDelegation | null> {
    const [row] = await this.tx.query<LockedDelegation>(
      `select from_on as "fromOn", to_on as "toOn", ended_at as "endedAt", version
       from organization.delegation
       where committee_id = $1 and delegation_id = $2 and $3 in (account_id, delegate_account_id) for update`,
      [this.tx.committeeId, delegationId, party],
    );
    return row ?? null;
  }

  async end(delegationId: Id, by: PersonActor): Promise<void> {
    await this.#end('delegation_id = $2', [delegationId], by);
  }

  /** With a post end the delegations of it; answers their ids. */
  endOfPosts(postIds: readonly Id[], by: PersonActor): Promise<Id[]> {
    return this.#end('post_id = any($2)', [[...postIds]], by);
  }

  /** With an account end what it lent and what was lent to it; answers their ids. */
  endOfAccount(accountId: Id, by: PersonActor): Promise<Id[]> {
    return this.#end('$2 in (account_id, delegate_account_id)', [accountId], by);
  }

  async #end(which: string, [key]: readonly unknown[], by: PersonActor): Promise<Id[]> {
    const ended = await this.tx.query<{ delegation_id: Id }>(
      `update organization.delegation
       set ended_at = $3, ended_by_account_id = $4, ended_by_name = $5, version = version + 1
       where committee_id = $1 and ${which} and ended_at is null returning delegation_id`,
      [this.tx.committeeId, key, this.tx.now, by.accountId, by.displayName],
    );
    return ended.map(({ delegation_id }) => delegation_id);
  }
}
