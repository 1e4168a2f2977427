import { localMinute, type PersonActor } from '@hub/core';

/** Who took a file, when, and where the log has it: as it stands in the file itself. */
export const takenBy = ({ displayName, postTitle }: PersonActor, now: Date, exportId: string): string =>
  `导出人：${displayName}（${postTitle}） 导出时间：${localMinute(now)} 导出编号：${exportId}`;
