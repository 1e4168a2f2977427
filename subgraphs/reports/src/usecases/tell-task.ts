import { type NoticeKind, noticeRequested } from '@hub/contracts';
import { type Id, type IdFactory, localMinute } from '@hub/core';
import { settleMatter } from '@hub/deadlines';
import type { Transaction } from '@hub/persistence';

import { cut } from './tell-returned';

interface ToldTask {
  readonly taskId: Id;
  readonly title: string;
}

/** What there is to tell of a task. */
interface TaskNews {
  readonly kind: Extract<NoticeKind, 'ASSIGNED' | 'CHANGED'>;
  readonly name: string;
  readonly body: string;
  /** Names neither task nor unit. */
  readonly outside: string;
  readonly dueAt: Date | null;
}

export const TASK_NEWS = {
  opened: (dueAt: Date): TaskNews => ({
    kind: 'ASSIGNED',
    name: '新任务',
    body: `请于${localMinute(dueAt)}前报送。`,
    outside: `有1项新的报送任务，期限${localMinute(dueAt)}，请登录平台办理。`,
    dueAt,
  }),
  paused: (reason: string): TaskNews => ({
    kind: 'CHANGED',
    name: '任务暂停',
    body: `任务暂停，恢复以前不收报、不催报。原因：${reason}。`,
    outside: '有1项报送任务已暂停，请登录平台查看。',
    dueAt: null,
  }),
  resumed: (dueAt: Date): TaskNews => ({
    kind: 'CHANGED',
    name: '任务恢复',
    body: `任务恢复，请于${localMinute(dueAt)}前报送；另行批准延期或退回补报的，按其期限。`,
    outside: `有1项报送任务已恢复，期限${localMinute(dueAt)}，请登录平台办理。`,
    dueAt,
  }),
  closed: (reason: string | null): TaskNews => ({
    kind: 'CHANGED',
    name: '任务结束',
    body: `任务结束，不再收报。${reason === null ? '' : `原因：${reason}。`}`,
    outside: '有1项报送任务已结束，请登录平台查看。',
    dueAt: null,
  }),
  exempted: (organizationName: string, reason: string): TaskNews => ({
    kind: 'CHANGED',
    name: '免报',
    body: `${organizationName}免报，无须再报。原因：${reason}。`,
    outside: '有1项报送已免报，请登录平台查看。',
    dueAt: null,
  }),
} as const;

/** Whom one notice names: thirteen thousand units are a handful of events. */
const AT_ONCE = 500;

/** Tells the desks of organisations what became of a task: each person once, whoever many of them he answers for. */
export function tellTask(
  tx: Transaction,
  ids: IdFactory,
  { taskId, title }: ToldTask,
  organizationIds: readonly Id[],
  { kind, name, body, outside, dueAt }: TaskNews,
): void {
  for (let from = 0; from < organizationIds.length; from += AT_ONCE) {
    const told = organizationIds.slice(from, from + AT_ONCE);
    tx.emit(noticeRequested, taskId, {
      committeeId: tx.committeeId,
      noticeId: ids.next(),
      kind,
      addressees: told.map((organizationId) => ({ to: 'UNIT_DESK' as const, organizationId })),
      about: matterOf(taskId),
      unitId: null,
      level: 0,
      title: cut(`【${name}】报送：${title}`, 300),
      body: cut(body, 2000),
      outsideText: outside,
      dueAt: dueAt?.toISOString() ?? null,
      urgent: false,
      channels: null,
      // What was told of it until now may be settled by the same act, and this is news.
      requestedAt: new Date(tx.now.getTime() + 1).toISOString(),
    });
  }
}

/** Whatever was told of a task is over with it. */
export function settleTask(tx: Transaction, taskId: Id): void {
  settleMatter(tx, taskId, matterOf(taskId));
}

const matterOf = (taskId: Id) => ({ type: 'ReportTask', id: taskId, obligation: 'REPORT' });
