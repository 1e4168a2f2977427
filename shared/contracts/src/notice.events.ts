import { OUTSIDE_CHANNELS } from '@hub/core';
import { z } from 'zod';

import { defineEvent } from './define-event';

/** Who is meant, by what they are to the matter; organization knows who that is today, and who stands in for them. */
export const noticeAddressee = z.discriminatedUnion('to', [
  /** 单位经办: the clerks of the organisation; where there are none, its leaders. */
  z.object({ to: z.literal('UNIT_DESK'), organizationId: z.uuid() }),
  /** 单位负责人. */
  z.object({ to: z.literal('UNIT_LEADER'), organizationId: z.uuid() }),
  /** 值班岗: whoever is on duty for the organisation now; where nobody is, its desk and its leaders. */
  z.object({ to: z.literal('DUTY_POST'), organizationId: z.uuid() }),
  /** 片区联系领导 of the unit. */
  z.object({ to: z.literal('ZONE_LEADER'), unitId: z.uuid() }),
  /** 工委办公室: those who supervise. */
  z.object({ to: z.literal('OFFICE') }),
  /** 专职副书记. */
  z.object({ to: z.literal('DEPUTY_SECRETARY') }),
  /** 书记. */
  z.object({ to: z.literal('SECRETARY') }),
  z.object({ to: z.literal('POST'), postId: z.uuid() }),
]);

export type NoticeAddressee = z.infer<typeof noticeAddressee>;

export const NOTICE_KINDS = [
  /** 催办 of some level: something is owed. */
  'REMINDER',
  /** 待确认催办: the next level is due and waits for a person to release it. */
  'LEVEL_PROPOSED',
  /** 期限调整: a deadline moved. */
  'DEADLINE_MOVED',
  /** 退回: what was handed in comes back to be handed in again. */
  'RETURNED',
  /** 定期任务暂缓: what is planned cannot be asked as it is. */
  'PLAN_HELD',
  /** 新任务: something is asked from now on. */
  'ASSIGNED',
  /** 任务变更: what was asked waits, goes on, is over, or is asked of somebody no more. */
  'CHANGED',
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a notice is about: the link to the thing. */
export const noticeSubject = z.object({
  /** The entity of the graph: `Receipt`. */
  type: z.string(),
  /** Its key in the graph, opaque. */
  id: z.string(),
  /** What is owed of it: `ACKNOWLEDGE`. A notice is settled by thing and obligation. */
  obligation: z.string(),
});

/** 通知 for people, asked for by any subgraph; organization keeps the inboxes and the outside channels. */
export const noticeRequested = defineEvent(
  'hub.notice-requested',
  1,
  z.object({
    committeeId: z.uuid(),
    /** Names the message for good: an inbox has it once, and what is sent outside carries it. */
    noticeId: z.uuid(),
    kind: z.enum(NOTICE_KINDS),
    addressees: z.array(noticeAddressee).min(1),
    about: noticeSubject,
    /** The unit that the matter belongs to; null for the office's own. */
    unitId: z.uuid().nullable(),
    /** 0 for the system's own reminders, 1 to 4 for the levels of the ladder. */
    level: z.int().min(0).max(4),
    title: z.string().max(300),
    body: z.string().max(2000),
    /** What may leave the hub: says what is to be done and until when, and names no person and no paper. */
    outsideText: z.string().max(300),
    dueAt: z.iso.datetime().nullable(),
    /** 特急: goes out at once, quiet hours or not. */
    urgent: z.boolean(),
    /** Which outside channels it may go through, of those that people switched on; null: any. */
    channels: z.array(z.enum(OUTSIDE_CHANNELS)).nullable(),
    requestedAt: z.iso.datetime(),
  }),
);

/** So many notices are settled by one event. */
export const MOST_SETTLED = 1000;

/**
 * What was owed is owed no more: its notices are done, also those that are still on their way. Of a matter that goes on and
 * begins again, such as what waits for a decision, those are named that are over.
 */
export const noticesSettled = defineEvent(
  'hub.notices-settled',
  1,
  z.object({
    committeeId: z.uuid(),
    about: noticeSubject,
    /** Without it: all that was told of the matter until then. */
    noticeIds: z.array(z.uuid()).max(MOST_SETTLED).optional(),
    settledAt: z.iso.datetime(),
  }),
);
