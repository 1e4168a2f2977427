/** What a field of a template holds. */
export const FIELD_TYPE_NAMES = {
  TEXT: '文本',
  NUMBER: '数字',
  MONEY: '金额',
  DATE: '日期',
  CHOICE: '选项',
  TABLE: '表格',
  FILE: '附件',
  DOCUMENT: '公文',
  UNIT: '单位',
  ORGANIZATION: '党组织',
} as const;

export type FieldType = keyof typeof FIELD_TYPE_NAMES;

/** Where the value comes from: asked of the unit, taken from what the hub holds (and locked), or computed from others. */
export type FieldOrigin =
  | { readonly by: 'ASKED' }
  /** Code of a fact source. */
  | { readonly by: 'PREFILLED'; readonly fact: string }
  /** Over number and money fields of the same template: `a + b - c`, `a / b`. */
  | { readonly by: 'DERIVED'; readonly formula: string };

export const FIELD_ORIGIN_NAMES: Readonly<Record<FieldOrigin['by'], string>> = {
  ASKED: '由单位填写',
  PREFILLED: '由平台已有数据填入',
  DERIVED: '由其他项目计算',
};

/** One field of a template version. What does not belong to its type is left out. */
export interface TemplateField {
  /** Names the field within its template for good, in formulas and columns: `meetings_held`. */
  readonly key: string;
  /** As people read it: 召开支部党员大会次数 */
  readonly label: string;
  readonly type: FieldType;
  readonly origin: FieldOrigin;
  readonly required: boolean;
  /** 填报说明 */
  readonly hint?: string;
  /** TEXT: characters. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** NUMBER: decimals allowed, 0 when left out; MONEY has none, it is fen. */
  readonly decimals?: number;
  /** NUMBER and MONEY. */
  readonly min?: number;
  readonly max?: number;
  /** 单位: 次、人、场. */
  readonly measure?: string;
  /** CHOICE */
  readonly options?: readonly string[];
  readonly multiple?: boolean;
  /** TABLE: columns are fields of the plain types, all of them asked. */
  readonly columns?: readonly TemplateField[];
  readonly maxRows?: number;
  /** FILE: how many. */
  readonly maxFiles?: number;
}

/** Whether the unit gives the value; what the hub holds or computes is locked. */
export const isAsked = ({ origin }: Pick<TemplateField, 'origin'>): boolean => origin.by === 'ASKED';
