import type { LadderContent } from '@hub/contracts';
import { withQuietHours } from '@hub/deadlines';

import { changeLadders } from './change-ladders';
import type { OrganizationContext } from './context';

export interface SetQuietHoursInput {
  /** null: reminders go out at any hour. */
  readonly quietHours: LadderContent['quietHours'];
  readonly expectedVersion: number;
}

/** 免打扰: hours in which reminders wait, except of 特急. */
export function setQuietHours(ctx: OrganizationContext, input: SetQuietHoursInput): Promise<number> {
  return changeLadders(ctx, 'setQuietHours', input, (content) => ({
    rules: withQuietHours(content, input.quietHours),
    before: { quietHours: content.quietHours },
    after: { quietHours: input.quietHours },
  }));
}
