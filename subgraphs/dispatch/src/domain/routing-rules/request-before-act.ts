import { stated } from './paper';
import { defineRule } from './routing-rule';

/** R12: first the request, then the act. What could not wait is reported afterwards, with the reason. */
export const requestBeforeAct = defineRule({
  id: 'R12',
  severity: 'BLOCK',
  source: '请示报告条例第十九条',
  field: 'actedBeforeReason',
  find: ({ kind, actedBefore, actedBeforeReason }) => {
    if (kind !== 'REQUEST' || !actedBefore) return [];
    if (!stated(actedBeforeReason)) return [{ message: '请示应当事前提出；已先行处置的，请说明理由。' }];
    return [{ message: '事项已先行处置，宜以报告说明情况。', severity: 'WARN' }];
  },
});
