/** 所欠事项: all that clocks run for, whichever subgraph keeps them. */
export const OBLIGATION_NAMES = {
  ACKNOWLEDGE: '签收',
  FEEDBACK: '反馈',
  REPORT: '报送',
  SUPPLEMENT: '补正',
  RESULT: '结果报备',
  DECIDE: '批复',
  ELECTION: '换届',
  DUES: '党费',
} as const;

export type ObligationName = keyof typeof OBLIGATION_NAMES;
