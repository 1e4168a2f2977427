import { described, enumOf, keysOf } from '@hub/graphql';
import { registerEnumType } from 'type-graphql';

import { URGENCY_NAMES } from '../book';
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
