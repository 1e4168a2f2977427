import { defineProblems, type Problem } from './field-problem';

/** What can be wrong with a field of a template, in words that follow its label. */
const TEMPLATE_MESSAGES = {
  FIELDS_REQUIRED: '至少有一项',
  FIELDS_TOO_MANY: '不得超过 {limit} 项',
  KEY_FORM: '的项目代码须以小写字母开头，由小写字母、数字和下划线组成，至多 {limit} 个字符',
  KEY_TAKEN: '的项目代码与其他项目重复',
  /** What was a number in last year's version may not be a text in this one: figures of years stand side by side. */
  KEY_TYPE_CHANGED: '的项目代码以前用于{typeName}，请换一个代码',
  LABEL_FORM: '的名称须为 1 至 {limit} 字，不含控制字符',
  LABEL_TAKEN: '与其他项目名称相同',
  TEXT_FORM: '的说明、单位或选项过长，或含有控制字符',
  /** Options for a text, columns for a number. */
  SETTING_OF_OTHER_TYPE: '不是{typeName}应有的设置：{setting}',
  LENGTH_RANGE: '的字数范围须在 0 至 {limit} 之间，且下限不大于上限',
  DECIMALS_RANGE: '的小数位数须为 0 至 {limit}',
  LIMITS_RANGE: '的取值范围不正确',
  OPTIONS_FORM: '须有 2 至 {limit} 个互不相同的选项',
  ROWS_RANGE: '的行数上限须为 1 至 {limit}',
  FILES_RANGE: '的附件数上限须为 1 至 {limit}',
  COLUMNS_FORM: '须有 1 至 {limit} 栏',
  COLUMN_TYPE: '不能作为表格的栏：只能用文本、数字、金额、日期、选项',
  COLUMN_NOT_ASKED: '作为表格的栏只能由单位填写',
  FACT_UNKNOWN: '所引用的平台数据不存在',
  FACT_TYPE: '所引用的平台数据是{typeName}',
  DERIVED_TYPE: '由其他项目计算，类型只能是数字或金额',
  FORMULA_SYNTAX: '的计算公式自第 {at} 个字符起无法识别',
  FORMULA_KEY: '的计算公式引用了不是数字或金额的项目“{operand}”',
  FORMULA_CYCLE: '的计算公式经其他项目引用了自己',
  FORMULA_MONEY: '的计算公式把金额与数字混在一起，或结果与类型不符',
} as const;

export type TemplateProblemReason = keyof typeof TEMPLATE_MESSAGES;
export type TemplateProblem = Problem<TemplateProblemReason>;

export const templateProblem = defineProblems<TemplateProblemReason>(TEMPLATE_MESSAGES);
