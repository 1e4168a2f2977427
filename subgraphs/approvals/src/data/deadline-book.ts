import { keptBook } from '@hub/deadlines';

/** What is owed about requests: by the office an answer, by units what is missing and how it went. */
export const approvalsBook = keptBook('approvals', {
  DECIDE: { name: '批复', verb: '答复请示', subjectType: 'Request', outside: '有1件请示待答复' },
  SUPPLEMENT: { name: '补正', verb: '补正材料', subjectType: 'Request', outside: '有1件请示待补正' },
  RESULT: { name: '结果报送', verb: '报送办理结果', subjectType: 'Request', outside: '有1项办理结果待报送' },
});
