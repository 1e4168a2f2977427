import type { PaperBlock } from '@hub/core';

import { type FieldValue, type FieldValues, valueAt } from '../field-value';
import { periodLabel } from '../period';
import type { FieldType, TemplateField } from '../template-field';
import { cellOf } from '../workbook/cell-value';
import { measuredLabel } from '../workbook/form';
import { longDate, type ReferenceNames, sectionTitles } from './paper-words';

/** A report as its paper shows it. */
export interface PaperReport {
  readonly title: string;
  readonly periodKey: string;
  readonly unitName: string;
  readonly organizationName: string;
  readonly signedByName: string | null;
  readonly signedAt: Date | null;
  readonly submittedByName: string | null;
  readonly submittedAt: Date | null;
  readonly contactPhone: string | null;
}

export interface PaperContent {
  readonly fields: readonly TemplateField[];
  readonly values: FieldValues;
  readonly names: ReferenceNames;
  readonly files: readonly string[];
}

/** What stands in a section of its own; files are named at the end, and all else is a line of one table. */
const SECTIONS: readonly FieldType[] = ['TEXT', 'TABLE'];

/** 报告文稿: title, unit and period, what it says in the order of its template, files, signature and time. */
export function reportPaper(report: PaperReport, content: PaperContent): PaperBlock[] {
  const title = sectionTitles();
  return [
    { style: 'TITLE', text: report.title },
    { style: 'META', text: `（${report.unitName}　${periodLabel(report.periodKey)}）` },
    ...figures(content, title),
    ...sections(content, title),
    ...attached(content.files),
    ...signature(report),
  ];
}

type Titles = ReturnType<typeof sectionTitles>;

function figures({ fields, values, names }: PaperContent, title: Titles): PaperBlock[] {
  const lines = fields
    .filter(({ type }) => !SECTIONS.includes(type) && type !== 'FILE')
    .map((field) => [measuredLabel(field), wordsOf(valueAt(values, field.key), names)]);
  if (lines.length === 0) return [];
  return [{ style: 'HEADING', text: title('填报事项') }, { table: [['项目', '内容'], ...lines] }];
}

function sections({ fields, values, names }: PaperContent, title: Titles): PaperBlock[] {
  return fields
    .filter(({ type }) => SECTIONS.includes(type))
    .flatMap((field): PaperBlock[] => {
      const value = valueAt(values, field.key);
      const heading: PaperBlock = { style: 'HEADING', text: title(field.label) };
      if (value?.type !== 'TABLE') return [heading, { style: 'BODY', text: wordsOf(value, names) || '（未填）' }];
      const columns = field.columns ?? [];
      const rows = value.rows.map((row) => columns.map(({ key }) => wordsOf(valueAt(row, key), names)));
      return [heading, { table: [columns.map(measuredLabel), ...rows] }];
    });
}

function wordsOf(value: FieldValue | null, names: ReferenceNames): string {
  switch (value?.type) {
    case 'UNIT':
      return names.get(value.unitId) ?? '';
    case 'ORGANIZATION':
      return names.get(value.organizationId) ?? '';
    default:
      return cellOf(value) ?? '';
  }
}

const attached = (files: readonly string[]): PaperBlock[] =>
  files.map((name, index) => ({ style: 'BODY', text: `${index === 0 ? '附件：' : '　　　'}${index + 1}. ${name}` }));

function signature(report: PaperReport): PaperBlock[] {
  const { organizationName, signedAt, signedByName, submittedAt, submittedByName, contactPhone } = report;
  const lines = [
    organizationName,
    signedByName && signedAt && `签发：${signedByName}　${longDate(signedAt)}`,
    submittedByName && `报送：${submittedByName}${contactPhone ? `　${contactPhone}` : ''}`,
    submittedAt ? `报送时间：${longDate(submittedAt)}` : '（尚未报送）',
  ];
  return lines.flatMap((text): PaperBlock[] => (text ? [{ style: 'SIGNATURE', text }] : []));
}
