import type { LadderContent } from '@hub/contracts';
import { NO_LADDERS } from '@hub/deadlines';
import { requireReader, timeRulesOf } from '@hub/persistence';

import type { OrganizationContext } from './context';

export interface KeptLadders {
  readonly version: number;
  readonly content: LadderContent;
}

/** The ladders of the committee, as whoever is reminded by them may know them. */
export async function readLadders(ctx: OrganizationContext): Promise<KeptLadders> {
  requireReader(ctx);
  const kept = await ctx.read((tx) => timeRulesOf(tx, 'organization', 'LADDERS'));
  return { version: kept?.revision ?? 0, content: kept?.content ?? NO_LADDERS };
}
