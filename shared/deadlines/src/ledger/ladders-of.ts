import type { LadderContent } from '@hub/contracts';
import { type ReadTransaction, timeRulesOf } from '@hub/persistence';

import { DEFAULT_LADDERS } from '../rules/default-ladders';

/** The ladders that a committee keeps, or those of the house. */
export async function laddersOf(tx: ReadTransaction, schema: string): Promise<LadderContent> {
  const rules = await timeRulesOf(tx, schema, 'LADDERS');
  return rules?.content ?? DEFAULT_LADDERS;
}
