import { defineRule, when } from './routing-rule';

/** R1 一文一事. Whether two matters are one is for the reviewer to say; the form only reminds. */
export const singleSubject = defineRule({
  id: 'R1',
  severity: 'HINT',
  source: '公文条例第十五条第四项；请示报告条例第二十条',
  field: 'text',
  find: ({ kind, title }) => {
    const several = /.[、及和].*(?=的请示)/u.exec(title)?.[0];
    return when(kind === 'REQUEST', '请示应当一文一事，请确认只请示一个事项。', { evidence: several });
  },
});
