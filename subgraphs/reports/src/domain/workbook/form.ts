import type { FieldType, TemplateField } from '../template-field';
import { isAsked } from '../template-field';

export type CellFormat = 'TEXT' | 'NUMBER' | 'DATE';

/** A column of a workbook. */
export interface FormColumn {
  readonly key: string;
  readonly title: string;
  readonly format: CellFormat;
  readonly decimals?: number;
  /** In characters. */
  readonly width?: number;
  readonly locked: boolean;
  readonly hidden: boolean;
  readonly hint?: string;
  readonly choices?: readonly string[];
}

/** 填报表: a row for each report. Tables of reports have a sheet each, whose rows name the report by its number. */
export const MAIN_SHEET = 'main';
export const NO_COLUMN = 'no';
export const REPORT_COLUMN = 'report_id';
export const VERSION_COLUMN = 'version';
/** Keys of fields stand apart from those of the columns above. */
const FIELD_PREFIX = 'f.';

export const columnOfField = (key: string): string => FIELD_PREFIX + key;

/** What is chosen from lists of the hub, or uploaded, has no place in a cell: it stays as it is. */
const KEPT: readonly FieldType[] = ['FILE', 'DOCUMENT', 'UNIT', 'ORGANIZATION'];

export const isKept = ({ type }: TemplateField): boolean => KEPT.includes(type);
export const isInCell = (field: TemplateField): boolean => field.type !== 'TABLE';

/** Whether a cell of the field is read back. */
export const isRead = (field: TemplateField): boolean => isAsked(field) && !isKept(field);

export const formColumns = (fields: readonly TemplateField[]): FormColumn[] => fields.filter(isInCell).map(columnOf);

export const noColumn = (hint: string): FormColumn => ({
  key: NO_COLUMN,
  title: '序号',
  format: 'TEXT',
  width: 6,
  locked: false,
  hidden: false,
  hint,
});

export const lockedColumn = (key: string, title: string, rest: Partial<FormColumn> = {}): FormColumn => ({
  key,
  title,
  format: 'TEXT',
  locked: true,
  hidden: false,
  ...rest,
});

const FORMATS: Partial<Readonly<Record<FieldType, CellFormat>>> = { NUMBER: 'NUMBER', MONEY: 'NUMBER', DATE: 'DATE' };
const WIDTHS: Partial<Readonly<Record<FieldType, number>>> = { TEXT: 40, NUMBER: 12, MONEY: 14, DATE: 12 };
const MONEY_DECIMALS = 2;

/** 参会人数（人） */
export function measuredLabel({ label, type, measure }: TemplateField): string {
  const shown = type === 'MONEY' ? '元' : measure;
  return `${label}${shown ? `（${shown}）` : ''}`;
}

export function columnOf(field: TemplateField): FormColumn {
  const { key, type, decimals = 0, options, multiple } = field;
  return {
    key: columnOfField(key),
    title: `${measuredLabel(field)}${field.required && isRead(field) ? ' *' : ''}`,
    format: FORMATS[type] ?? 'TEXT',
    decimals: type === 'MONEY' ? MONEY_DECIMALS : decimals,
    width: WIDTHS[type] ?? 18,
    locked: !isRead(field),
    hidden: false,
    hint: hintOf(field),
    ...(type === 'CHOICE' && !multiple && options ? { choices: options } : {}),
  };
}

function hintOf({ hint = '', origin, type, options = [], multiple, ...field }: TemplateField): string {
  if (origin.by === 'PREFILLED') return `由平台填入。${hint}`;
  if (origin.by === 'DERIVED') return `自动计算。${hint}`;
  if (isKept({ type, origin, ...field })) return `请在系统中填写，导入不改变此栏。${hint}`;
  if (type === 'CHOICE' && multiple) return `可选多项，用“；”隔开：${options.join('、')}。${hint}`;
  return type === 'DATE' ? `如 2026-10-01。${hint}` : hint;
}
