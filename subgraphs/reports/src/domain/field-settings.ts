import { characterCount, isFen, isPlainText } from '@hub/core';

import { FIELD_TYPE_NAMES, type FieldType, type TemplateField } from './template-field';
import { type TemplateProblem, templateProblem } from './template-problem';

const LIMITS = { length: 20_000, decimals: 6, options: 50, rows: 1000, files: 20, option: 60, hint: 500, measure: 10 };

type Setting = Exclude<keyof TemplateField, 'key' | 'label' | 'type' | 'origin' | 'required' | 'hint'>;

const SETTING_NAMES: Readonly<Record<Setting, string>> = {
  minLength: '最少字数',
  maxLength: '最多字数',
  decimals: '小数位数',
  min: '最小值',
  max: '最大值',
  measure: '计量单位',
  options: '选项',
  multiple: '多选',
  columns: '表格各栏',
  maxRows: '行数上限',
  maxFiles: '附件数上限',
};

const SETTINGS_OF: Readonly<Record<FieldType, readonly Setting[]>> = {
  TEXT: ['minLength', 'maxLength'],
  NUMBER: ['decimals', 'min', 'max', 'measure'],
  MONEY: ['min', 'max'],
  DATE: [],
  CHOICE: ['options', 'multiple'],
  TABLE: ['columns', 'maxRows'],
  FILE: ['maxFiles'],
  DOCUMENT: [],
  UNIT: [],
  ORGANIZATION: [],
};

/** What is wrong with how one field is set, whatever stands beside it. */
export function* settingProblems(field: TemplateField): Iterable<TemplateProblem> {
  const { type, options = [], hint = '', measure = '' } = field;
  for (const setting of Object.keys(SETTING_NAMES) as Setting[]) {
    if (field[setting] === undefined || SETTINGS_OF[type].includes(setting)) continue;
    const details = { typeName: FIELD_TYPE_NAMES[type], setting: SETTING_NAMES[setting] };
    yield templateProblem(field, 'SETTING_OF_OTHER_TYPE', details);
  }
  const texts = [hint, LIMITS.hint, measure, LIMITS.measure] as const;
  const fits = isShort(texts[0], texts[1]) && isShort(texts[2], texts[3]);
  if (!fits || !options.every((option) => isShort(option, LIMITS.option))) yield templateProblem(field, 'TEXT_FORM');
  yield* rangeProblems(field);
  if (type === 'CHOICE' && !areOptions(options))
    yield templateProblem(field, 'OPTIONS_FORM', { limit: LIMITS.options });
}

function* rangeProblems(field: TemplateField): Iterable<TemplateProblem> {
  const { decimals = 0, maxRows = 1, maxFiles = 1, min, max, type } = field;
  const { minLength = 0, maxLength = LIMITS.length } = field;
  if (!isWithin(minLength, 0, maxLength) || !isWithin(maxLength, 1, LIMITS.length)) {
    yield templateProblem(field, 'LENGTH_RANGE', { limit: LIMITS.length });
  }
  if (!isWithin(decimals, 0, LIMITS.decimals)) {
    yield templateProblem(field, 'DECIMALS_RANGE', { limit: LIMITS.decimals });
  }
  const limits = [min, max].filter((limit) => limit !== undefined);
  const areNumbers = limits.every(type === 'MONEY' ? isFen : Number.isFinite);
  if (!areNumbers || (min ?? Number.NEGATIVE_INFINITY) > (max ?? Number.POSITIVE_INFINITY)) {
    yield templateProblem(field, 'LIMITS_RANGE');
  }
  if (!isWithin(maxRows, 1, LIMITS.rows)) yield templateProblem(field, 'ROWS_RANGE', { limit: LIMITS.rows });
  if (!isWithin(maxFiles, 1, LIMITS.files)) yield templateProblem(field, 'FILES_RANGE', { limit: LIMITS.files });
}

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

const isShort = (text: string, limit: number): boolean =>
  text.length <= 2 * limit && characterCount(text) <= limit && isPlainText(text);

const areOptions = (options: readonly string[]): boolean =>
  isWithin(options.length, 2, LIMITS.options) &&
  new Set(options).size === options.length &&
  options.every((option) => option !== '');
