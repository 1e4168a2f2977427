import { type FieldPlace, type FieldProblem, fieldProblem } from './field-problem';
import { type FieldValue, type FieldValues, valueAt } from './field-value';
import { saidWords } from './said-words';
import { templateError } from './template.errors';
import { FIELD_TYPE_NAMES, isAsked, type TemplateField } from './template-field';
import { tidyValues } from './tidy-values';
import { DEFAULT_LIMITS, foundAt, VALUE_CHECKS } from './value-checks';

export interface CheckOptions {
  /** Whether it is handed in: what is required is there, and texts are as long as they must be. */
  readonly complete: boolean;
}

/** All texts of a report together: each autosave keeps them. */
export const CONTENT_LIMIT = 300_000;

/** What a table of a thousand wrong rows says is not longer than what a person reads. */
export const PROBLEM_LIMIT = 100;

/** What a unit filled in, as the hub keeps it. Throws REPORT_FIELDS_INVALID with every problem. */
export function assertValues(
  fields: readonly TemplateField[],
  values: FieldValues,
  options: CheckOptions,
): FieldValues {
  const tidied = tidyValues(values);
  refuseProblems(checkValues(fields, tidied, options));
  return tidied;
}

/** Before anybody reads the words: what is far too long is not looked through. Throws REPORT_FIELDS_INVALID. */
export function assertContentSize(values: FieldValues): void {
  refuseProblems([...sizeProblems(values)]);
}

/** Throws REPORT_FIELDS_INVALID when there is one. */
export function refuseProblems(problems: readonly FieldProblem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  throw templateError('REPORT_FIELDS_INVALID', { count: problems.length, first: first.message, problems });
}

/** What is wrong with tidied values of the unit, in the order of the template; at most PROBLEM_LIMIT. */
export function checkValues(
  fields: readonly TemplateField[],
  values: FieldValues,
  options: CheckOptions,
): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const problem of allProblems(fields, values, options)) {
    problems.push(problem);
    if (problems.length === PROBLEM_LIMIT) break;
  }
  return problems;
}

function* allProblems(
  fields: readonly TemplateField[],
  values: FieldValues,
  options: CheckOptions,
): Iterable<FieldProblem> {
  yield* sizeProblems(values);
  yield* problemsOf(fields, values, options, (place) => place);
}

/** Of the fields of a template, or of a row of a table. */
function* problemsOf(
  fields: readonly TemplateField[],
  values: FieldValues,
  options: CheckOptions,
  placed: (place: FieldPlace) => FieldPlace,
): Iterable<FieldProblem> {
  for (const field of fields) yield* problemsWith(field, valueAt(values, field.key), options, placed(field));
  const known = new Set(fields.map(({ key }) => key));
  for (const key of Object.keys(values)) {
    if (known.has(key)) continue;
    const short = key.slice(0, 40);
    yield fieldProblem(placed({ key: short, label: short }), 'FIELD_UNKNOWN');
  }
}

function* problemsWith(
  field: TemplateField,
  value: FieldValue | null,
  options: CheckOptions,
  place: FieldPlace,
): Iterable<FieldProblem> {
  const found = foundAt(place);
  if (!isAsked(field)) {
    if (value !== null) yield found('FIELD_LOCKED');
  } else if (value === null) {
    if (field.required && options.complete) yield found('FIELD_REQUIRED');
  } else if (value.type !== field.type) {
    yield found('FIELD_TYPE', { typeName: FIELD_TYPE_NAMES[field.type] });
  } else if (value.type === 'TABLE') {
    yield* problemsOfTable(field, value, options, place);
  } else {
    yield* VALUE_CHECKS[value.type](field, value as never, found, options.complete);
  }
}

function* problemsOfTable(
  { columns = [], maxRows = DEFAULT_LIMITS.maxRows }: TemplateField,
  { rows }: Extract<FieldValue, { type: 'TABLE' }>,
  options: CheckOptions,
  table: FieldPlace,
): Iterable<FieldProblem> {
  if (rows.length > maxRows) yield foundAt(table)('TABLE_TOO_LONG', { limit: maxRows });
  for (const [index, row] of rows.slice(0, maxRows).entries()) {
    const placed = ({ key, label }: FieldPlace): FieldPlace => ({
      key: `${table.key}[${index + 1}].${key}`,
      label: `${table.label}（第${index + 1}行 ${label}）`,
    });
    yield* problemsOf(columns, row, options, placed);
  }
}

function* sizeProblems(values: FieldValues): Iterable<FieldProblem> {
  const length = saidWords(values).reduce((sum, words) => sum + words.length, 0);
  if (length > CONTENT_LIMIT) {
    yield fieldProblem({ key: '', label: '全部内容' }, 'CONTENT_TOO_LONG', { limit: CONTENT_LIMIT });
  }
}
