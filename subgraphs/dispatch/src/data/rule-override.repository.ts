import { handOf, type Id, type PersonActor } from '@hub/core';
import { handJson, isUniqueViolation, type Transaction } from '@hub/persistence';

import { recordError } from '../domain/record.errors';
import type { OverrideDecision } from '../domain/routing-rules/override';

/** 放行 of one document. */
export class RuleOverrideRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly documentId: Id,
  ) {}

  list(): Promise<OverrideDecision[]> {
    return this.tx.query<OverrideDecision>(`${SELECT} where committee_id = $1 and document_id = $2`, [
      this.tx.committeeId,
      this.documentId,
    ]);
  }

  /** Throws OVERRIDE_NOT_FOUND unless it waits for its second person. */
  async lockPending(overrideId: Id): Promise<OverrideDecision> {
    const [decision] = await this.tx.query<OverrideDecision>(
      `${SELECT} where committee_id = $1 and document_id = $2 and override_id = $3 and confirmed_at is null for update`,
      [this.tx.committeeId, this.documentId, overrideId],
    );
    if (!decision) throw recordError('OVERRIDE_NOT_FOUND', { overrideId });
    return decision;
  }

  /** Throws OVERRIDE_EXISTS. */
  async insert(overrideId: Id, decision: OverrideDecision, person: PersonActor): Promise<void> {
    try {
      await this.tx.execute(
        `insert into dispatch.rule_override
           (committee_id, override_id, document_id, rule_id, evidence, reason,
            requested_by_account_id, requested_by_post_id, requested_by_principal_id, requested_by_name, requested_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          this.tx.committeeId,
          overrideId,
          this.documentId,
          decision.ruleId,
          decision.evidence,
          decision.reason,
          decision.requestedBy.accountId,
          decision.requestedBy.postId,
          decision.requestedBy.principalAccountId,
          person.displayName,
          this.tx.now,
        ],
      );
    } catch (error) {
      if (isUniqueViolation(error)) throw recordError('OVERRIDE_EXISTS', { ruleId: decision.ruleId });
      throw error;
    }
  }

  async confirm(overrideId: Id, person: PersonActor): Promise<void> {
    const { accountId, postId, principalAccountId } = handOf(person);
    await this.tx.execute(
      `update dispatch.rule_override
       set confirmed_by_account_id = $3, confirmed_by_post_id = $4, confirmed_by_principal_id = $5,
           confirmed_by_name = $6, confirmed_at = $7
       where committee_id = $1 and override_id = $2`,
      [this.tx.committeeId, overrideId, accountId, postId, principalAccountId, person.displayName, this.tx.now],
    );
  }
}

const SELECT = `
  select rule_id as "ruleId", evidence, reason, ${handJson('requested_by')} as "requestedBy",
         case when confirmed_at is not null then ${handJson('confirmed_by')} end as "confirmedBy"
  from dispatch.rule_override`;
