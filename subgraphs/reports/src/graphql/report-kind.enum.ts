import { described, enumOf, keysOf } from '@hub/graphql';
import { registerEnumType } from 'type-graphql';

import { REPORT_KIND_NAMES, type ReportKind } from '../domain/report-kind';

export const ReportKindEnum = enumOf<ReportKind>(keysOf(REPORT_KIND_NAMES));

registerEnumType(ReportKindEnum, {
  name: 'ReportKind',
  description: '报送类型。',
  valuesConfig: described(REPORT_KIND_NAMES),
});
