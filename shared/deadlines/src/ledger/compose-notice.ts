import type { EventPayload, LadderStep, NoticeAddressee, NoticeKind, noticeRequested } from '@hub/contracts';
import { type Id, localMinute } from '@hub/core';

import type { DeadlineBook, Matter, ObligationWords, OpenDeadline } from '../book';

export type Notice = EventPayload<typeof noticeRequested>;

export interface NoticeRequest {
  readonly committeeId: Id;
  readonly noticeId: Id;
  /** What else is told is told by who does it. */
  readonly kind: Extract<NoticeKind, 'REMINDER' | 'LEVEL_PROPOSED' | 'DEADLINE_MOVED'>;
  readonly addressees: readonly NoticeAddressee[];
  readonly deadline: Pick<OpenDeadline, 'subjectId' | 'obligation' | 'dueAt' | 'unitId'>;
  readonly matter: Matter;
  readonly level: number;
  /** The step of the ladder that is proposed. */
  readonly step?: string;
  readonly now: Date;
  /** Outside channels of the step; any, when it names none. */
  readonly channels?: LadderStep['channels'];
  /** What a person added. */
  readonly note?: string | null;
}

const LEVEL_NAMES = ['系统提醒', '一级催办', '二级催办', '三级催办', '四级督办'];

export const levelName = (level: number): string => LEVEL_NAMES[level] ?? LEVEL_NAMES[0] ?? '';

/** The words of a notice about a deadline. What may leave the hub names neither paper nor person. */
export function composeNotice(book: DeadlineBook, request: NoticeRequest): Notice {
  const { committeeId, noticeId, kind, addressees, deadline, matter, level, now, note } = request;
  const words = wordsOf(book, deadline.obligation);
  const { title, body } = textsOf(words, request);
  return {
    committeeId,
    noticeId,
    kind,
    addressees: [...addressees],
    about: aboutOf(words, request),
    unitId: deadline.unitId,
    level,
    title: cut(title, 300),
    body: cut(note ? `${body}${note}` : body, 2000),
    outsideText: `${words.outside}，期限${localMinute(deadline.dueAt)}${now >= deadline.dueAt ? '（已到期）' : ''}，请登录平台办理。`,
    dueAt: deadline.dueAt.toISOString(),
    urgent: matter.urgency === 'EXTRA_URGENT',
    channels: request.channels ?? null,
    requestedAt: now.toISOString(),
  };
}

/** A proposal is about its step for the whole paper, so that a hundred units that are late are one line to the office. */
function aboutOf(
  { subjectType }: ObligationWords,
  { kind, deadline, matter, step = '' }: NoticeRequest,
): Notice['about'] {
  const { obligation, subjectId } = deadline;
  if (kind === 'LEVEL_PROPOSED') return { type: subjectType, id: subjectId, obligation: proposalOf(obligation, step) };
  return { type: matter.type, id: matter.id, obligation };
}

/** How notices name what is proposed: `ACKNOWLEDGE.L1`. */
export const proposalOf = (obligation: string, step: string): string => `${obligation}.${step}`;

/** The people a step means, by what they are to the matter; 特急 goes to the duty post as well (DOMAIN 2.8). */
export function addresseesOf(
  { addressees }: Pick<LadderStep, 'addressees'>,
  { organizationId, unitId }: Pick<OpenDeadline, 'organizationId' | 'unitId'>,
  { urgency, owedBy }: Matter,
): NoticeAddressee[] {
  const meant = addressees.flatMap((to): NoticeAddressee[] => {
    switch (to) {
      case 'UNIT_DESK':
      case 'UNIT_LEADER':
        return owedBy === 'UNIT' ? [{ to, organizationId }] : [];
      case 'ZONE_LEADER':
        return unitId === null ? [] : [{ to, unitId }];
      default:
        return [{ to }];
    }
  });
  const isForUnit = meant.some(({ to }) => to === 'UNIT_DESK');
  if (urgency === 'EXTRA_URGENT' && isForUnit) meant.push({ to: 'DUTY_POST', organizationId });
  return meant.length > 0 ? meant : [{ to: 'OFFICE' }];
}

function textsOf(words: ObligationWords, { kind, deadline, matter, level, now }: NoticeRequest) {
  const { title, organizationName } = matter;
  const overdue = now >= deadline.dueAt;
  const limit = localMinute(deadline.dueAt);
  switch (kind) {
    case 'LEVEL_PROPOSED':
      return {
        title: `【待确认${levelName(level)}】${words.name}：${title}`,
        body: `${organizationName}应于${limit}前${words.verb}，至今未办。请决定是否发出${levelName(level)}。`,
      };
    case 'DEADLINE_MOVED':
      return { title: `【期限调整】${words.name}：${title}`, body: `${words.name}期限调整为${limit}。` };
    case 'REMINDER':
      return {
        title: `【${levelName(level)}】${words.name}：${title}`,
        body: overdue ? `应于${limit}前${words.verb}，已到期，请尽快办理。` : `请于${limit}前${words.verb}。`,
      };
  }
}

export function wordsOf({ obligations }: DeadlineBook, obligation: string): ObligationWords {
  return (
    obligations[obligation] ?? { name: obligation, verb: '办理', subjectType: 'Matter', outside: '有1项事项待办理' }
  );
}

const cut = (text: string, length: number): string => (text.length <= length ? text : `${text.slice(0, length - 1)}…`);
