import { stated } from './paper';
import { defineRule, nameList, when } from './routing-rule';

/** R5: no level is passed over, except for a stated reason and with a copy to the body that was passed over. */
export const levelBypass = defineRule({
  id: 'R5',
  severity: 'BLOCK',
  source: '公文条例第十四条；请示报告条例第六条',
  field: 'bypassReason',
  find: ({ direction, addressees, copies, bypassReason }) => {
    const higher = addressees.filter((body) => body.standing === 'HIGHER');
    const copied = copies.some((body) => body.standing === 'DIRECT_SUPERIOR');
    const excused = stated(bypassReason) && copied;
    const message = '不得越级行文；特殊情况须说明越级理由，并抄送被越过的机关。';
    return when(direction === 'UPWARD' && higher.length > 0 && !excused, message, { evidence: nameList(higher) });
  },
});
