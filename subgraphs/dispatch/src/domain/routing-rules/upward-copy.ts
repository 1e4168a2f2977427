import { defineRule, nameList, when } from './routing-rule';

/** R4: an upward paper is not copied to subordinates. */
export const upwardCopy = defineRule({
  id: 'R4',
  severity: 'BLOCK',
  source: '公文条例第十五条第一项',
  field: 'copies',
  find: ({ direction, copies }) => {
    const below = copies.filter((body) => body.standing === 'SUBORDINATE');
    const message = '上行文不得抄送下级机关。';
    return when(direction === 'UPWARD' && below.length > 0, message, { evidence: nameList(below) });
  },
});
