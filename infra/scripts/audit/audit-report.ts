import { type Finding, type FindingKind, isSound, type TrailReport } from '@hub/persistence';

const SAID: Readonly<Record<FindingKind, string>> = {
  CHANGED: '被改动或调换',
  REMOVED: '被删除',
  INSERTED: '系插入，并非平台所记',
  CUT_OFF: '末尾被截去',
  REWRITTEN: '与检查点不符，整段被重写',
  HEAD_WRONG: '链尾记录缺失或不符',
};

/** Whole chains may have gone: more lines than these say nothing more. */
const LINES = 200;

/** What one subgraph's verification saw, for a person at a terminal. */
export function auditReport(schema: string, report: TrailReport): string[] {
  const { acts, chains, checkpoints, damage, findings, lastCheckpointAt, unsealed } = report;
  const witness = lastCheckpointAt
    ? `检查点 ${checkpoints} 个，最近一个 ${lastCheckpointAt.toISOString()}`
    : '尚无检查点（链尾被截去要靠它发现）';
  const before = unsealed > 0 ? `；另有 ${unsealed} 条早于启用留痕链，不在保护之内` : '';
  const more = findings.length > LINES ? [`  … 另有 ${findings.length - LINES} 处`] : [];
  return [
    `${isSound(report) ? '✔' : '✘'} ${schema}：操作 ${acts} 条，链 ${chains} 条；${witness}${before}`,
    ...(damage ? [`  ✘ 检查点文件 ${damage.file} 自第 ${damage.sequence} 个起不可信`] : []),
    ...findings.slice(0, LINES).map(line),
    ...more,
  ];
}

export function summary(reports: readonly TrailReport[]): string {
  const acts = reports.reduce((sum, report) => sum + report.acts, 0);
  const faults = reports.reduce((sum, { findings, damage }) => sum + findings.length + (damage ? 1 : 0), 0);
  return faults === 0 ? `共校验操作 ${acts} 条，未发现异常。` : `共校验操作 ${acts} 条，发现 ${faults} 处异常。`;
}

function line({ kind, objectType, objectId, partId, from, to, actId, committeeId }: Finding): string {
  const place = from === to ? `第 ${from} 条` : `第 ${from}–${to} 条`;
  const part = /^0{8}-/.test(partId) ? '' : `/${partId}`;
  const act = actId ? `（记录 ${actId}）` : '';
  return `  ✘ ${objectType} ${objectId}${part} ${place}${SAID[kind]}${act}，工委 ${committeeId}`;
}
