import { localDate, localTime } from '@hub/core';
import type { OutboxState, ParkedEvent, QueueState } from '@hub/jobs';

/** One subgraph: the events it sends, and the queue it works from. The queue is null when its store does not answer. */
export interface JobsSeen {
  readonly subgraph: string;
  readonly outbox: OutboxState;
  readonly parked: readonly ParkedEvent[];
  readonly queue: QueueState | null;
}

/** As many are named; more of them say no more. */
const LINES = 20;

/** Whether nothing waits for a person. */
export const isSmooth = ({ parked, queue }: JobsSeen): boolean =>
  parked.length === 0 && queue !== null && queue.jobs.failed === 0;

/** What waits where, what is stuck and why, and when each timetable ticks next, for a person at a terminal. */
export function jobsReport(seen: readonly JobsSeen[], now: Date): string[] {
  const width = Math.max(...seen.map(({ subgraph }) => subgraph.length));
  return seen.flatMap((each) => [
    `${isSmooth(each) ? '✔' : '✘'} ${each.subgraph.padEnd(width)}  ${outboxLine(each.outbox, now)}`,
    `  ${' '.repeat(width)}  ${each.queue ? queueLine(each.queue) : '队列：暂不可用'}`,
    ...few(each.parked.map(parkedLine)),
    ...(each.queue?.failures ?? []).map(failureLine),
    ...(each.queue?.ticks ?? []).map(({ id, at }) => `  · 定时 ${id}，下次 ${clock(at)}`),
  ]);
}

export function jobsSummary(seen: readonly JobsSeen[]): string {
  const parked = sum(seen.map((each) => each.parked.length));
  const failed = sum(seen.map(({ queue }) => queue?.jobs.failed ?? 0));
  if (seen.some(({ queue }) => queue === null)) return '任务队列暂不可用；事件都在数据库中，队列恢复后自动投递。';
  if (parked + failed === 0) return '事件与任务均无滞留。';
  return `搁置事件 ${parked} 件，失败任务 ${failed} 件；排除原因后重新投递：npm run jobs:replay -- <子图> [事件号]`;
}

function outboxLine({ waiting, unconfirmed, parked, oldestAt }: OutboxState, now: Date): string {
  const age = oldestAt ? `，最早 ${seconds(oldestAt, now)} 秒前` : '';
  return `事件：待投递 ${waiting}，待确认 ${unconfirmed}${age}，搁置 ${parked}`;
}

function queueLine({ jobs: { waiting, active, delayed, failed } }: QueueState): string {
  return `队列：等待 ${waiting}，执行 ${active}，延后 ${delayed}，失败 ${failed}`;
}

const clock = (at: Date): string => `${localDate(at)} ${localTime(at)}`;

const parkedLine = ({ id, event, version, parkedAt, error }: ParkedEvent): string =>
  `  ✘ 事件 ${id} ${event}@${version}，${clock(parkedAt)} 搁置：${oneLine(error)}`;

const failureLine = ({ id, name, at, reason }: QueueState['failures'][number]): string =>
  `  ✘ 任务 ${id} ${name}，${clock(at)} 失败：${oneLine(reason)}`;

const seconds = (since: Date, now: Date): number => Math.max(0, Math.round((now.getTime() - since.getTime()) / 1000));

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 200);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function few(lines: readonly string[]): string[] {
  return lines.length > LINES ? [...lines.slice(0, LINES), `  … 另有 ${lines.length - LINES} 件`] : [...lines];
}
