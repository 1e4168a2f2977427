import { enumOf } from '@hub/graphql';
import { registerEnumType } from 'type-graphql';

import { REPORT_BOXES, type ReportBox } from '../data/report-list.read-model';

export const ReportBoxEnum = enumOf<ReportBox>(REPORT_BOXES);

registerEnumType(ReportBoxEnum, {
  name: 'ReportBox',
  description: '报送列表的范围与次序。',
  valuesConfig: {
    HANDED_IN: { description: '已报送，新报的在前。' },
    WORKED_ON: { description: '单位办理中（填报、审核、签发、退回修改），新建的在前。' },
    OF_TASK: { description: '某项任务的全部，按布置时的次序；须给 taskId。' },
  },
});
