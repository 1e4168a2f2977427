import { stated } from './paper';
import { defineRule, when } from './routing-rule';

/** R7: a subordinate's request is not passed on as it came. */
export const forwardedRequest = defineRule({
  id: 'R7',
  severity: 'BLOCK',
  source: '公文条例第十五条第三项；请示报告条例第二十条',
  field: 'forwardedOpinion',
  find: ({ forwardsRequest, ownOpinion }) =>
    when(forwardsRequest && !stated(ownOpinion), '不得原文转报下级机关的请示，请提出倾向性意见。'),
});
