import type { Id } from '@hub/core';

import type { DispatchContext } from './context';
import { type TakeBackInput, takeBack } from './take-back';

/** 撤回: takes a mis-sent paper from units that have not signed; for them it was never there. */
export function recallDocument(ctx: DispatchContext, input: TakeBackInput): Promise<Id> {
  return takeBack(ctx, 'RECALL', 'recallDocument', input);
}
