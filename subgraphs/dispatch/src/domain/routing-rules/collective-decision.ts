import { stated } from './paper';
import { defineRule, when } from './routing-rule';

/** R13: a 请示 is decided by the collective; it and every upward paper is signed by the main leader. */
export const collectiveDecision = defineRule({
  id: 'R13',
  severity: 'BLOCK',
  source: '请示报告条例第十八条；公文条例第二十二条',
  field: 'meetingRecord',
  find: ({ kind, direction, meetingRecord, signedByMainLeader }) => [
    ...when(kind === 'REQUEST' && !stated(meetingRecord), '请示应当经集体研究，请填写会议纪要编号或会议日期。'),
    ...when(direction === 'UPWARD' && signedByMainLeader === false, '上行文应当由机关主要负责人签发。', {
      field: 'signer',
    }),
  ],
});
