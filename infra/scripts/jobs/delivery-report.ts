import { localDate, localTime } from '@hub/core';
import { FAILURES, type FailureCode } from '@hub/notify';
import type { DeliveryStatus } from '@hub/organization';

/** What is on its way out of the hub, what did not get there and why, for a person at a terminal. */
export function deliveryReport(all: readonly DeliveryStatus[]): string[] {
  return all.flatMap(({ waiting, dueSince, failed, failures, closedLanes }) => [
    `${failed + closedLanes.length === 0 ? '✔' : '!'} 站外通知：待发 ${waiting}${dueSince ? `，最早应于 ${clock(dueSince)} 发出` : ''}，两周内失败 ${failed}`,
    ...closedLanes.map(
      ({ lane, failures: faults, closedUntil, lastError }) =>
        `  ! 线路 ${lane} 连续失败 ${faults} 次，暂停至 ${clock(closedUntil)}：${inWords(lastError)}`,
    ),
    ...failures.map(
      ({ noticeId, channel, attempts, lastError }) =>
        `  ! 通知 ${noticeId} ${channel}，试 ${attempts} 次：${inWords(lastError)}`,
    ),
    ...(failed > failures.length ? [`  … 另有 ${failed - failures.length} 件`] : []),
    ...(failed > 0 ? ['  · 排除原因后重新发送：npm run jobs:replay -- outside [通知号]'] : []),
  ]);
}

const clock = (at: Date): string => `${localDate(at)} ${localTime(at)}`;

/** `CODE: what the other side said`, the code as people say it. */
function inWords(error: string): string {
  const [code = '', ...said] = error.split(': ');
  const words = code in FAILURES ? FAILURES[code as FailureCode].text : code;
  return said.length > 0 ? `${words}（${said.join(': ')}）` : words;
}
