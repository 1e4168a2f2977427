import { defineRule, type Hit, when } from './routing-rule';
import { addresseeNames } from './single-addressee';

/** R14: a 批复 answers one 请示, quotes it and goes to the body that asked; others get copies. */
export const replyToRequest = defineRule({
  id: 'R14',
  severity: 'BLOCK',
  source: '公文处理惯例',
  field: 'repliesTo',
  find: (paper): readonly Hit[] => {
    if (paper.kind !== 'REPLY') return [];
    if (paper.answers === null) return [{ message: '批复须关联所答复的请示。' }];
    const { title, documentNumber, requesterName } = paper.answers;
    const text = paper.text.replace(/\s+/gu, '');
    const quoted = text.includes(title) && (documentNumber === null || text.includes(documentNumber));
    const names = addresseeNames(paper);
    const addressed = names.length === 1 && names[0] === requesterName;
    return [
      ...when(!addressed, '批复应当主送请示机关，其他机关列入抄送。', { field: 'addressees', evidence: requesterName }),
      ...when(!quoted, '批复应当引述来文标题和发文字号。', { field: 'text', severity: 'WARN', evidence: title }),
    ];
  },
});
