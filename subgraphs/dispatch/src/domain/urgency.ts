/** 缓急: printed 特急 or 加急; a paper without either is 平件. */
export type Urgency = 'ORDINARY' | 'URGENT' | 'EXTRA_URGENT';
