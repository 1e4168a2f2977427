/** 缓急: printed 特急 or 加急; a paper without either is 平件. */
export const URGENCIES = ['ORDINARY', 'URGENT', 'EXTRA_URGENT'] as const;

export type Urgency = (typeof URGENCIES)[number];

export const URGENCY_NAMES: Readonly<Record<Urgency, string>> = {
  ORDINARY: '平件',
  URGENT: '加急',
  EXTRA_URGENT: '特急',
};
