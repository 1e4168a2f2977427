/** What can be wrong with one value, in words that follow the field's label. */
const VALUE_MESSAGES = {
  /** The template has no such field, or the table no such column. */
  FIELD_UNKNOWN: '不是本模板的项目',
  /** What the hub holds or computes was given by hand. */
  FIELD_LOCKED: '由平台填入，不能改写',
  /** A file in a text field, a text in a number field. */
  FIELD_TYPE: '须填{typeName}',
  FIELD_GIVEN_TWICE: '填了不止一次',
  FIELD_REQUIRED: '为必填',
  CONTROL_CHARACTERS: '含有不可见的控制字符，请清除后重试',
  TEXT_TOO_LONG: '不得超过 {limit} 字',
  TEXT_TOO_SHORT: '不得少于 {limit} 字，现有 {actual} 字',
  NUMBER_FORM: '须填数字，如 12 或 12.5',
  NUMBER_DECIMALS: '至多 {limit} 位小数',
  NUMBER_DIGITS: '超出可填写的范围',
  NUMBER_BELOW: '不得小于 {limit}',
  NUMBER_ABOVE: '不得大于 {limit}',
  MONEY_FORM: '须为以分为单位的整数',
  DATE_INVALID: '须填存在的日期，如 2026-10-15',
  CHOICE_UNKNOWN: '没有“{choice}”这一选项',
  CHOICE_SINGLE: '只能选一项',
  TABLE_TOO_LONG: '不得超过 {limit} 行',
  FILE_TOO_MANY: '不得超过 {limit} 个附件',
  /** Never uploaded for this report, or removed. */
  FILE_NOT_FOUND: '有附件不存在或已删除，请重新上传',
  ID_INVALID: '所选对象的标识不正确',
  /** Whether the unit holds it is shown where it is read: whoever may not see it sees none. */
  DOCUMENT_NOT_FOUND: '所选公文不存在或尚未发出',
  UNIT_NOT_FOUND: '所选单位不存在或已撤销',
  ORGANIZATION_NOT_FOUND: '所选党组织不存在或已撤销',
  /** Of all texts together. */
  CONTENT_TOO_LONG: '合计不得超过 {limit} 字',
} as const;

export type FieldProblemReason = keyof typeof VALUE_MESSAGES;

export const FIELD_PROBLEM_REASONS = Object.keys(VALUE_MESSAGES) as readonly FieldProblemReason[];

/** Where a value stands. */
export interface FieldPlace {
  /** Of the field; of a cell `visits[2].place`, rows counted from 1. */
  readonly key: string;
  readonly label: string;
}

/** One thing that is wrong with a field. */
export interface Problem<Reason extends string> extends FieldPlace {
  readonly reason: Reason;
  /** For people, in Chinese. */
  readonly message: string;
}

type Details = Readonly<Record<string, string | number>>;

/** Declares what can be wrong, in words that follow the label; `{name}` is filled from the details. */
export const defineProblems =
  <Reason extends string>(messages: Readonly<Record<Reason, string>>) =>
  ({ key, label }: FieldPlace, reason: Reason, details: Details = {}): Problem<Reason> => {
    const words = messages[reason].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
    return { key, label, reason, message: `“${label}”${words}。` };
  };

/** One thing that is wrong with what was filled in. */
export type FieldProblem = Problem<FieldProblemReason>;

export const fieldProblem = defineProblems<FieldProblemReason>(VALUE_MESSAGES);

/** Whether the key names that field, or a cell of that table. */
export const isAbout = ({ key }: Pick<FieldProblem, 'key'>, fieldKey: string): boolean =>
  key === fieldKey || key.startsWith(`${fieldKey}[`);
