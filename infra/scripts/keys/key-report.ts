import type { DataKeys, RotatedColumn, VersionCount } from '@hub/persistence';

/** As many rows are named; more of them say no more. */
const ROWS = 20;

export function rotationReport(columns: readonly RotatedColumn[]): string[] {
  return columns.flatMap(({ column, rotated, unreadable }) => [
    `${unreadable.length === 0 ? '✔' : '✘'} ${column}：已换新密钥 ${rotated} 项`,
    ...(unreadable.length === 0 ? [] : [`  ✘ 另有 ${unreadable.length} 项无法解密，保持原样：${named(unreadable)}`]),
  ]);
}

/** How many values stand under which key, which keys are used by none, and which are missing. */
export function statusReport(counts: readonly VersionCount[], { versions }: DataKeys): string[] {
  const newest = Math.max(...versions.keys());
  const used = new Set(counts.map(({ version }) => version));
  const unused = [...versions.keys()].filter((version) => version !== newest && !used.has(version));
  const missing = [...used].filter((version) => !versions.has(version));
  return [
    ...counts.map(({ column, version, values }) => `${column}：版本 ${version}，${values} 项`),
    `当前写入用版本 ${newest}`,
    ...unused.map((version) => `版本 ${version} 已无数据使用；待用它写成的备份都作废后，可以移除`),
    ...missing.map((version) => `✘ 缺少版本 ${version} 的密钥，其数据无法解密`),
  ];
}

export const isComplete = (counts: readonly VersionCount[], { versions }: DataKeys): boolean =>
  counts.every(({ version }) => versions.has(version));

function named(rows: readonly string[]): string {
  return [...rows.slice(0, ROWS), ...(rows.length > ROWS ? ['…'] : [])].join('、');
}
