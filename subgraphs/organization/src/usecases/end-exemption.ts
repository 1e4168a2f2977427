import { type ExemptionKey, findExemption, withoutExemption } from '@hub/deadlines';

import { changeLadders } from './change-ladders';
import type { OrganizationContext } from './context';

export interface EndExemptionInput extends ExemptionKey {
  readonly expectedVersion: number;
}

/** From now on the body is urged as the others are. */
export function endExemption(ctx: OrganizationContext, input: EndExemptionInput): Promise<number> {
  return changeLadders(ctx, 'endExemption', input, (content, today) => ({
    rules: withoutExemption(content, input, today),
    before: { exemption: findExemption(content, input, today) },
    after: { exemption: null },
  }));
}
