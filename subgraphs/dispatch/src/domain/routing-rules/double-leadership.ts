import { defineRule, nameList, when } from './routing-rule';

/** R8: of two superiors one is addressed and the other gets a copy, both upward and when writing to a body that has two. */
export const doubleLeadership = defineRule({
  id: 'R8',
  severity: 'WARN',
  source: '公文条例第十五条第六项、第十六条第五项；请示报告条例第七条',
  field: 'copies',
  find: ({ direction, issuer, addressees, copies }) => {
    const copied = copies.some((body) => body.standing === 'OTHER_SUPERIOR');
    const doublyLed = addressees.filter((body) => body.doublyLed);
    return [
      ...when(
        direction === 'UPWARD' && issuer.doublyLed && !copied,
        '受双重领导的机关向一个上级行文，必要时应抄送另一个上级机关。',
      ),
      ...when(
        direction === 'DOWNWARD' && doublyLed.length > 0,
        '向受双重领导的机关行文，必要时应抄送其另一个上级机关。',
        {
          severity: 'HINT',
          evidence: nameList(doublyLed),
        },
      ),
    ];
  },
});
