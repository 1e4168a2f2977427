import { described, enumOf, keysOf } from '@hub/graphql';
import { registerEnumType } from 'type-graphql';

import { FIELD_PROBLEM_REASONS, type FieldProblemReason } from '../domain/field-problem';
import { FIELD_ORIGIN_NAMES, FIELD_TYPE_NAMES, type FieldOrigin, type FieldType } from '../domain/template-field';

export const FieldTypeEnum = enumOf<FieldType>(keysOf(FIELD_TYPE_NAMES));

registerEnumType(FieldTypeEnum, {
  name: 'ReportFieldKind',
  description: '模板项目的类型。',
  valuesConfig: described(FIELD_TYPE_NAMES),
});

export const FieldOriginEnum = enumOf<FieldOrigin['by']>(keysOf(FIELD_ORIGIN_NAMES));

registerEnumType(FieldOriginEnum, {
  name: 'ReportFieldOrigin',
  description: '项目内容的来源。',
  valuesConfig: described(FIELD_ORIGIN_NAMES),
});

export const FieldProblemReasonEnum = enumOf<FieldProblemReason>(FIELD_PROBLEM_REASONS);

registerEnumType(FieldProblemReasonEnum, { name: 'ReportFieldProblemReason', description: '填报内容不正确的原因。' });
