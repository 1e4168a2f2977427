import { defineErrors } from '@hub/core';

export const termError = defineErrors({
  /** Thrown when an organisation has no running term. */
  TERM_NOT_FOUND: { kind: 'NOT_FOUND', message: '没有正在进行的届次。' },
  /** Thrown when a term is begun neither by election nor by appointment, or by both. */
  TERM_ORIGIN: { kind: 'BAD_USER_INPUT', message: '届次须填写选举大会日期或指派日期，二者只填其一。' },
  /** Thrown when a kind whose leaders are appointed is given an electing meeting (支部条例 Art 8, 党组条例). */
  TERM_NOT_ELECTED: { kind: 'BAD_USER_INPUT', message: '「{kind}」的班子由上级指派，不进行换届选举。' },
  /** Thrown when a term is shorter than one year or longer than five. */
  TERM_YEARS: { kind: 'BAD_USER_INPUT', message: '任期须为 1 至 5 年的整数。' },
  /** Thrown when a term begins in the future, or not after the one it follows. */
  TERM_START: { kind: 'BAD_USER_INPUT', message: '本届起始日期不得晚于今日，且须晚于上一届起始日期。' },
  /** Thrown when a term is closed before it began or in the future. */
  TERM_CLOSE: { kind: 'BAD_USER_INPUT', message: '届次结束日期须在本届起始日期之后，且不得晚于今日。' },
  /** Thrown when an extension is not later than the term's end, or more than one year later (选举条例 Art 3). */
  TERM_EXTENSION: {
    kind: 'BAD_USER_INPUT',
    message: '延期后的届满日期须晚于 {from}，且延期不得超过一年（至 {until}）。',
  },
  /** Thrown when the same term is extended a second time. */
  TERM_EXTENDED_TWICE: { kind: 'CONFLICT', message: '本届已延期一次，不再延期。' },
  /** Thrown when a term that has no end is extended. */
  TERM_WITHOUT_END: { kind: 'CONFLICT', message: '指派的班子没有任期，不存在延期。' },
});
