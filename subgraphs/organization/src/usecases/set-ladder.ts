import type { Ladder } from '@hub/contracts';
import { findLadder, withLadder } from '@hub/deadlines';

import { changeLadders } from './change-ladders';
import type { OrganizationContext } from './context';

export interface SetLadderInput extends Ladder {
  readonly expectedVersion: number;
}

/** 催办梯度 of one obligation from a day on. */
export function setLadder(ctx: OrganizationContext, input: SetLadderInput): Promise<number> {
  return changeLadders(ctx, 'setLadder', input, (content, today) => {
    const { expectedVersion: _, ...ladder } = input;
    const rules = withLadder(content, ladder, today);
    return { rules, before: { ladder: findLadder(content, ladder) }, after: { ladder } };
  });
}
