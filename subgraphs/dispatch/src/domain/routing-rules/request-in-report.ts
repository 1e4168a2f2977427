import { textBeforeAnnexes } from '../printed-text';
import { defineRule } from './routing-rule';

/** How many paragraphs at the end of the text may hold the closing formula. */
const CLOSING_PARAGRAPHS = 2;

const QUOTED = /“[^”]*”|‘[^’]*’|「[^」]*」|《[^》]*》|"[^"]*"/gu;
const DATE_LINE = /^\d{4}年\d{1,2}月\d{1,2}日$/u;
const SENTENCE_MARK = /[。！？!?；;：:，,]/u;

/** 妥否，请批示 · 当否，请批复 · 请予审批 · 恳请…… but not 申请, 邀请, 提请 and the like, which tell of a request. */
const REQUEST =
  /(?:[妥当可]否|是否妥当|是否可行)[,，]?(?:请|望|盼|恳)|(?<!已报|经报|[申提邀聘约宴])(?:恳请|(?:敬|特|拟|请|并|现)?请求?(?:予以|给予|予)?(?:上级|市委|工委|领导|审核|研究)?(?:批示|批复|审批|批准|审定|核准|核批|指示|批转|答复))/u;

/** R2: a 报告 must not carry a request. Only its closing is read, so that a mention inside the text does not count. */
export const requestInReport = defineRule({
  id: 'R2',
  severity: 'BLOCK',
  source: '公文条例第十五条第四项',
  field: 'text',
  find: ({ kind, direction, text }) => {
    if (kind !== 'REPORT' || direction !== 'UPWARD') return [];
    const sentence = closingSentences(text).find((candidate) => REQUEST.test(candidate));
    if (sentence === undefined) return [];
    return [{ message: '报告中不得夹带请示事项，请改用请示，或删去请求批示的语句。', evidence: sentence.slice(-40) }];
  },
});

function closingSentences(text: string): readonly string[] {
  return paragraphs(text)
    .slice(-CLOSING_PARAGRAPHS)
    .flatMap((paragraph) => paragraph.replace(QUOTED, '').split(/[。！？!?；;]/u))
    .filter(Boolean);
}

/** The paragraphs of the text proper: no annexes, no 署名, no 成文日期, no 附注 in brackets, no spaces. */
function paragraphs(text: string): readonly string[] {
  const lines = textBeforeAnnexes(text)
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ''))
    .filter(Boolean);
  const date = lines.findLastIndex((line) => DATE_LINE.test(line));
  const body = date === -1 ? lines : lines.slice(0, date);
  return body
    .filter((line) => SENTENCE_MARK.test(line) || REQUEST.test(line))
    .filter((line) => !/^（.*）$/u.test(line));
}
