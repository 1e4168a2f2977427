import type { LadderStep } from '@hub/contracts';
import { described, enumOf, keysOf } from '@hub/graphql';
import { registerEnumType } from 'type-graphql';

export type LadderAddressee = LadderStep['addressees'][number];

const ADDRESSEE_NAMES: Readonly<Record<LadderAddressee, string>> = {
  UNIT_DESK: '单位经办',
  UNIT_LEADER: '单位负责人',
  ZONE_LEADER: '片区联系领导',
  OFFICE: '工委办公室',
  DEPUTY_SECRETARY: '专职副书记',
  SECRETARY: '书记',
};

export const LadderAddresseeEnum = enumOf(keysOf(ADDRESSEE_NAMES));

registerEnumType(LadderAddresseeEnum, {
  name: 'LadderAddressee',
  description: '催办提醒谁。',
  valuesConfig: described(ADDRESSEE_NAMES),
});
