import { localMinute, type PersonActor } from '@hub/core';

/** Who took a file, and when, as it stands in the file itself. */
export const takenBy = ({ displayName, postTitle }: PersonActor, now: Date): string =>
  `导出人：${displayName}（${postTitle}） 导出时间：${localMinute(now)}`;
