import { OUTSIDE_CHANNELS } from '@hub/core';

/** Kinds of notices (`NoticeKind` of the contracts), by the name people give them. */
export const NOTICE_KIND_NAMES = {
  REMINDER: '催办',
  LEVEL_PROPOSED: '待确认催办',
  DEADLINE_MOVED: '期限调整',
  RETURNED: '退回补报',
  PLAN_HELD: '定期任务暂缓',
  ASSIGNED: '新任务',
  CHANGED: '任务变更',
} as const;

export type NoticeKind = keyof typeof NOTICE_KIND_NAMES;

/** What only says something: whoever has read it is done with it. What is to be done stands in the list of what is due. */
export const NEWS: readonly NoticeKind[] = ['ASSIGNED', 'CHANGED'];

/** The inbox has no switch: what is told is always there. */
export const NOTICE_CHANNELS = ['IN_APP', ...OUTSIDE_CHANNELS] as const;

export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

export const DELIVERY_STATES = ['PENDING', 'SENT', 'FAILED', 'DROPPED'] as const;

export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Who says that a notice is done: its reader, or the matter itself. */
export const DONE_BY = ['PERSON', 'SETTLED'] as const;

export type DoneBy = (typeof DONE_BY)[number];

/** What a notice is about; equal when all three are. */
export interface NoticeSubject {
  readonly type: string;
  readonly id: string;
  readonly obligation: string;
}

/** A text that is the same for equal subjects, and sorts them, so that two writers never wait on each other. */
export const subjectKey = ({ id, obligation, type }: NoticeSubject): string => `${id}\n${obligation}\n${type}`;

/**
 * Whether a notice is over before it is read: the matter was settled at its instant or later, whichever of the two was
 * heard of first.
 */
export function isSettled(requestedAt: Date, settledAt: Date | null): boolean {
  return settledAt !== null && requestedAt.getTime() <= settledAt.getTime();
}
