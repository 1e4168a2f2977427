import { defineRule, when } from './routing-rule';

/** R15: a paper rests on documents that are in force on its date. */
export const basisInForce = defineRule({
  id: 'R15',
  severity: 'WARN',
  source: '请示报告条例第二十条',
  field: 'basis',
  find: ({ basis }) => {
    const lapsed = basis.filter((document) => document.inForce === false).map((document) => document.citation);
    return when(lapsed.length > 0, '所依据的文件在成文日期已失效。', { evidence: lapsed.join('、') });
  },
});
