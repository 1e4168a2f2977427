import { defineRule, when } from './routing-rule';

/** R11: an important downward paper is copied to the issuer's direct superior. */
export const superiorCopy = defineRule({
  id: 'R11',
  severity: 'HINT',
  source: '公文条例第十六条第一项',
  field: 'copies',
  find: ({ direction, important, copies }) => {
    const copied = copies.some((body) => body.standing === 'DIRECT_SUPERIOR');
    return when(direction === 'DOWNWARD' && important && !copied, '重要的下行文应当同时抄送直接上级机关。');
  },
});
