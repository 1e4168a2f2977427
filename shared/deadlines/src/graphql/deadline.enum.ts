import { described, enumOf, keysOf } from '@hub/graphql';
import { registerEnumType } from 'type-graphql';

import { DEADLINE_STANDINGS } from '../agenda/read-agenda';
import { URGENCY_NAMES } from '../book';
import type { ReminderChannel, ReminderStateName } from '../ledger/reminder-rows';
import { OBLIGATION_NAMES } from '../rules/obligations';

export const ObligationEnum = enumOf(keysOf(OBLIGATION_NAMES));

registerEnumType(ObligationEnum, {
  name: 'Obligation',
  description: '所欠事项：期限是为它而计的。',
  valuesConfig: described(OBLIGATION_NAMES),
});

export const UrgencyEnum = enumOf(keysOf(URGENCY_NAMES));

registerEnumType(UrgencyEnum, {
  name: 'Urgency',
  description: '紧急程度；决定签收时限。',
  valuesConfig: described(URGENCY_NAMES),
});

export const DeadlineStandingEnum = enumOf(keysOf(DEADLINE_STANDINGS));

registerEnumType(DeadlineStandingEnum, {
  name: 'DeadlineStanding',
  description: '期限是否已到。',
  valuesConfig: described(DEADLINE_STANDINGS),
});

const OWED_BY = { UNIT: '单位', OFFICE: '工委' } as const;

export type OwedBy = keyof typeof OWED_BY;

export const OwedByEnum = enumOf(keysOf(OWED_BY));

registerEnumType(OwedByEnum, { name: 'OwedBy', description: '由谁办理。', valuesConfig: described(OWED_BY) });

const STATE_NAMES: Readonly<Record<ReminderStateName, string>> = {
  SENT: '系统已提醒',
  PROPOSED: '系统建议，待确认',
  RELEASED: '已发出',
  DECLINED: '不予催办',
  LAPSED: '未及确认，事项已办结或期限已变动',
  URGED: '人工催办',
  EXEMPT: '免于催办',
};

export const ReminderStateEnum = enumOf(keysOf(STATE_NAMES));

registerEnumType(ReminderStateEnum, {
  name: 'ReminderState',
  description: '一次催办的状态。',
  valuesConfig: described(STATE_NAMES),
});

const CHANNEL_NAMES: Readonly<Record<ReminderChannel, string>> = {
  HUB: '平台',
  PHONE: '电话',
  VISIT: '当面',
  LETTER: '书面',
};

export const ReminderChannelEnum = enumOf(keysOf(CHANNEL_NAMES));

registerEnumType(ReminderChannelEnum, {
  name: 'ReminderChannel',
  description: '催办方式：平台之外的，在此记明。',
  valuesConfig: described(CHANNEL_NAMES),
});
