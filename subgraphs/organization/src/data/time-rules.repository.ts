import {
  keepTimeRules,
  lockTimeRules,
  type TimeRulesContent,
  type TimeRulesTopic,
  type Transaction,
} from '@hub/persistence';

/** Calendar and ladders of the committee where they are kept: one row each, whose revision is its version. */
export class TimeRulesRepository {
  constructor(private readonly tx: Transaction) {}

  /** One change at a time, the first one as well, which has no row to lock. */
  async lock<Topic extends TimeRulesTopic>(
    topic: Topic,
  ): Promise<{ readonly revision: number; readonly content: TimeRulesContent[Topic] } | null> {
    await lockTimeRules(this.tx, 'organization');
    const [row] = await this.tx.query<{ readonly revision: number; readonly content: TimeRulesContent[Topic] }>(
      'select revision, content from organization.time_rules where committee_id = $1 and topic = $2 for update',
      [this.tx.committeeId, topic],
    );
    return row ?? null;
  }

  async save<Topic extends TimeRulesTopic>(
    topic: Topic,
    rules: { readonly revision: number; readonly content: TimeRulesContent[Topic] },
  ): Promise<void> {
    await keepTimeRules(this.tx, 'organization', topic, rules);
  }
}
