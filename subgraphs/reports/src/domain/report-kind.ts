/** What is reported, and how often. */
export const REPORT_KIND_NAMES = {
  MONTHLY: '月报',
  QUARTERLY: '季报',
  HALF_YEARLY: '半年报告',
  YEARLY: '年度报告',
  SPECIAL: '专题报告',
  /** How a dispatched paper is carried out. */
  IMPLEMENTATION: '落实反馈',
  /** Sent by units of their own accord, as the three below. */
  INFORMATION: '信息',
  HIGHLIGHT: '亮点工作',
  HONOR: '表彰荣誉',
} as const;

export type ReportKind = keyof typeof REPORT_KIND_NAMES;

const SPONTANEOUS_KINDS: readonly ReportKind[] = ['INFORMATION', 'HIGHLIGHT', 'HONOR'];

/** Whether nobody asks for it: a unit sends it when it has something. */
export const isSpontaneous = (kind: ReportKind): boolean => SPONTANEOUS_KINDS.includes(kind);
