/** Ways to reach a person outside the hub; in-app notices are always there and are none of these. */
export const OUTSIDE_CHANNELS = ['EMAIL', 'WEBHOOK', 'WECOM', 'DINGTALK'] as const;

export type OutsideChannelName = (typeof OUTSIDE_CHANNELS)[number];
