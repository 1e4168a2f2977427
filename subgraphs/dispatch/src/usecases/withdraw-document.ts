import type { Id } from '@hub/core';

import type { DispatchContext } from './context';
import { type TakeBackInput, takeBack } from './take-back';

/** 清退: takes a paper back from units that have signed; they see that it was withdrawn, and why. */
export function withdrawDocument(ctx: DispatchContext, input: TakeBackInput): Promise<Id> {
  return takeBack(ctx, 'WITHDRAW', 'withdrawDocument', input);
}
