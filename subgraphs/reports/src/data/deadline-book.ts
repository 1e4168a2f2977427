import { keptBook } from '@hub/deadlines';

/** Reports that units owe. A unit ends its own by handing in. */
export const reportsBook = keptBook('reports', {
  REPORT: { name: '报送', verb: '报送材料', subjectType: 'ReportTask', outside: '有1项报送任务待完成' },
});
