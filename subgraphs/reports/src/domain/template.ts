import { canonicalJson, characterCount, isPlainText, normalizeNote, tidyText } from '@hub/core';

import { originProblems } from './field-origins';
import { settingProblems } from './field-settings';
import { plainLabel } from './plain-label';
import { templateError } from './template.errors';
import { FIELD_TYPE_NAMES, type FieldType, isAsked, type TemplateField } from './template-field';
import { type TemplateProblem, templateProblem } from './template-problem';

/** What a version of a template asks, and how long it is expected to take. */
export interface TemplateContent {
  readonly fields: readonly TemplateField[];
  readonly minutes: number;
  readonly note: string | null;
}

const LIMITS = { fields: 100, columns: 20, key: 40, label: 60, name: 100, note: 500 } as const;
const PROBLEM_LIMIT = 50;

/** As the hub keeps it. Throws TEMPLATE_NAME_INVALID. */
export function templateName(raw: string): string {
  const name = raw.length > 2 * LIMITS.name ? raw : tidyText(raw).trim();
  const length = characterCount(name);
  if (length >= 2 && length <= LIMITS.name && isPlainText(name) && !name.includes('\n')) return name;
  throw templateError('TEMPLATE_NAME_INVALID', { limit: LIMITS.name });
}

/**
 * What is published, as the hub keeps it. `earlier` are the keys of all versions before, with their types.
 * Throws TEMPLATE_FIELDS_INVALID with every problem, TEMPLATE_MINUTES_INVALID, and what normalizeNote throws.
 */
export function templateContent(
  given: { readonly fields: readonly TemplateField[]; readonly minutes: number; readonly note?: string | null },
  earlier: ReadonlyMap<string, FieldType> = new Map(),
): TemplateContent {
  if (!Number.isInteger(given.minutes) || given.minutes < 1 || given.minutes > 10_000) {
    throw templateError('TEMPLATE_MINUTES_INVALID');
  }
  const fields = given.fields.map(tidyField);
  const problems = checkFields(fields, earlier);
  const [first] = problems;
  if (first !== undefined) {
    throw templateError('TEMPLATE_FIELDS_INVALID', { count: problems.length, first: first.message, problems });
  }
  return { fields, minutes: given.minutes, note: normalizeNote('说明', given.note, LIMITS.note) };
}

/** Throws TEMPLATE_UNCHANGED. */
export function assertChanged(before: TemplateContent, after: TemplateContent): void {
  const textOf = ({ fields, minutes, note }: TemplateContent) => canonicalJson({ fields, minutes, note });
  if (textOf(before) === textOf(after)) throw templateError('TEMPLATE_UNCHANGED');
}

/** Throws TEMPLATE_REASON_REQUIRED and what normalizeNote throws. */
export function retireReason(raw: string): string {
  const reason = normalizeNote('停用理由', raw, LIMITS.note);
  if (reason === null) throw templateError('TEMPLATE_REASON_REQUIRED');
  return reason;
}

/** Throws TEMPLATE_RETIRED. */
export function assertInUse({ retiredAt }: { readonly retiredAt: Date | null }): void {
  if (retiredAt !== null) throw templateError('TEMPLATE_RETIRED');
}

function tidyField(field: TemplateField): TemplateField {
  const { label, hint, columns } = field;
  // Long ones are refused as they are.
  const tidied = (text: string): string => (text.length > 2000 ? text : tidyText(text).trim());
  return {
    ...field,
    label: tidied(label),
    ...(hint === undefined ? {} : { hint: tidied(hint) }),
    ...(columns === undefined ? {} : { columns: columns.map(tidyField) }),
  };
}

function checkFields(fields: readonly TemplateField[], earlier: ReadonlyMap<string, FieldType>): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  for (const problem of allProblems(fields, earlier)) {
    problems.push(problem);
    if (problems.length === PROBLEM_LIMIT) break;
  }
  return problems;
}

const WHOLE = { key: '', label: '模板项目' };

function* allProblems(
  fields: readonly TemplateField[],
  earlier: ReadonlyMap<string, FieldType>,
): Iterable<TemplateProblem> {
  if (fields.length === 0) yield templateProblem(WHOLE, 'FIELDS_REQUIRED');
  if (fields.length > LIMITS.fields) return yield templateProblem(WHOLE, 'FIELDS_TOO_MANY', { limit: LIMITS.fields });
  yield* nameProblems(fields);
  for (const field of fields) {
    const before = earlier.get(field.key);
    if (before !== undefined && before !== field.type) {
      yield templateProblem(field, 'KEY_TYPE_CHANGED', { typeName: FIELD_TYPE_NAMES[before] });
    }
    yield* settingProblems(field);
    if (field.type === 'TABLE') yield* columnProblems(field);
  }
  yield* originProblems(fields);
}

const KEY = /^[a-z][a-z0-9_]{0,39}$/;

/** Keys and labels, of the fields of a template or the columns of a table. */
function* nameProblems(fields: readonly TemplateField[]): Iterable<TemplateProblem> {
  const keys = new Set<string>();
  const labels = new Set<string>();
  for (const field of fields) {
    const { key, label } = field;
    const place = { key: key.slice(0, LIMITS.key), label: label.slice(0, LIMITS.label) };
    if (!KEY.test(key)) yield templateProblem(place, 'KEY_FORM', { limit: LIMITS.key });
    else if (keys.has(key)) yield templateProblem(place, 'KEY_TAKEN');
    keys.add(key);
    const length = label.length > 2 * LIMITS.label ? label.length : characterCount(label);
    const isLabel = length <= LIMITS.label && isPlainText(label) && !label.includes('\n');
    const plain = isLabel ? plainLabel(label) : '';
    if (plain === '') yield templateProblem(place, 'LABEL_FORM', { limit: LIMITS.label });
    else if (labels.has(plain)) yield templateProblem(place, 'LABEL_TAKEN');
    labels.add(plain);
  }
}

const COLUMN_TYPES: readonly FieldType[] = ['TEXT', 'NUMBER', 'MONEY', 'DATE', 'CHOICE'];

function* columnProblems(table: TemplateField): Iterable<TemplateProblem> {
  const columns = table.columns ?? [];
  if (columns.length < 1 || columns.length > LIMITS.columns) {
    return yield templateProblem(table, 'COLUMNS_FORM', { limit: LIMITS.columns });
  }
  yield* nameProblems(columns);
  for (const column of columns) {
    if (!COLUMN_TYPES.includes(column.type)) yield templateProblem(column, 'COLUMN_TYPE');
    else yield* settingProblems(column);
    if (!isAsked(column)) yield templateProblem(column, 'COLUMN_NOT_ASKED');
  }
}
