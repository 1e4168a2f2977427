/** 分送角色: how the organisation stands in the distribution, whatever the printed lines say. */
export const DISTRIBUTION_ROLES = ['TO', 'COPY', 'DISTRIBUTE'] as const;

export type DistributionRole = (typeof DISTRIBUTION_ROLES)[number];

/** 办理要求: what the organisation owes. Feedback includes acknowledging; reading asks for no signature. */
export const DUTIES = ['ACKNOWLEDGE', 'FEEDBACK', 'READ'] as const;

export type Duty = (typeof DUTIES)[number];
