import { described, enumOf } from '@hub/graphql';
import { registerEnumType } from 'type-graphql';

import { FEEDBACK_KIND_NAMES, FEEDBACK_KINDS, type FeedbackKind } from '../domain/feedback';

export const FeedbackKindEnum = enumOf<FeedbackKind>(FEEDBACK_KINDS);

registerEnumType(FeedbackKindEnum, {
  name: 'FeedbackKind',
  description: '反馈方式：签收之外要求收文单位做什么。',
  valuesConfig: described(FEEDBACK_KIND_NAMES),
});
