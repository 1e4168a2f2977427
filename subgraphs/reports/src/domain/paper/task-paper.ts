import { formatYuan, type PaperBlock } from '@hub/core';

import { figureFields } from '../figures';
import { periodLabel } from '../period';
import type { TemplateField } from '../template-field';
import { measuredLabel } from '../workbook/form';
import { RESULT_TITLES } from '../workbook/task-sheets';
import { longDate, sectionTitles } from './paper-words';

/** How the reports of a task stand, those that the reader may see. */
export interface TaskCounts {
  readonly asked: number;
  readonly handedIn: number;
  readonly late: number;
  readonly missing: number;
  readonly accepted: number;
  readonly excellent: number;
  readonly settled: number;
  readonly exempt: number;
}

/** A field over what was handed in, in its own measure; money in fen. */
export interface TaskSum {
  readonly fieldKey: string;
  readonly reports: number;
  readonly total: string;
  readonly average: string;
}

export interface PaperTask {
  readonly title: string;
  readonly periodKey: string;
  readonly fields: readonly TemplateField[];
}

/** 汇总文稿 up to the first of its units: how many came, what they add up to, and the head of the table. */
export function taskPaperHead(task: PaperTask, counts: TaskCounts, sums: readonly TaskSum[], now: Date): PaperBlock[] {
  const title = sectionTitles();
  return [
    { style: 'TITLE', text: `${task.title}汇总` },
    { style: 'META', text: `（${periodLabel(task.periodKey)}　截至${longDate(now)}）` },
    { style: 'HEADING', text: title('报送情况') },
    { style: 'BODY', text: standing(counts) },
    ...sumTable(task.fields, sums, title),
    { style: 'HEADING', text: title('各单位报送情况') },
    { table: [['序号', ...RESULT_TITLES]] },
  ];
}

function standing({ asked, handedIn, late, missing, accepted, excellent, settled, exempt }: TaskCounts): string {
  const parts = [
    `应报${asked}个`,
    `已报${handedIn}个（按时${handedIn - late}个、迟报${late}个）`,
    `逾期未报${missing}个`,
    ...(settled > 0 ? [`随公文反馈${settled}个`] : []),
    ...(exempt > 0 ? [`免报${exempt}个`] : []),
    `已采纳${accepted}个`,
    `评为优秀${excellent}个`,
  ];
  return `${parts.join('，')}。`;
}

function sumTable(fields: readonly TemplateField[], sums: readonly TaskSum[], title: (text: string) => string) {
  const lines = figureFields(fields).flatMap((field) => {
    const sum = sums.find(({ fieldKey }) => fieldKey === field.key);
    if (!sum) return [];
    const figure = (decimal: string) => (field.type === 'MONEY' ? formatYuan(Math.round(Number(decimal))) : decimal);
    return [[measuredLabel(field), String(sum.reports), figure(sum.total), figure(sum.average)]];
  });
  if (lines.length === 0) return [];
  return [
    { style: 'HEADING', text: title('数据汇总') },
    { table: [['项目', '填报数', '合计', '平均'], ...lines] },
  ] satisfies PaperBlock[];
}
