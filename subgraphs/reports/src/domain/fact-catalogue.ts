import { plainLabel } from './plain-label';
import type { FieldType } from './template-field';

/** 事实来源: what the hub knows of an organisation without asking it. */
export interface FactSource {
  /** Names it for good, in the origins of template fields: `receipts.acknowledged`. */
  readonly code: string;
  readonly name: string;
  /** What else templates call it: a field of such a label asks for what is known. */
  readonly aliases: readonly string[];
  readonly type: Extract<FieldType, 'NUMBER' | 'TEXT'>;
  /** 单位: 件、人. */
  readonly measure?: string;
  /** MONTH: counted month by month, and 0 where nothing was; STANDING: holds until it is said anew, unknown before. */
  readonly per: 'MONTH' | 'STANDING';
  /** ITEMS: kept from events, one item for each thing counted; DIRECTORY: read from the local directory. */
  readonly from: 'ITEMS' | 'DIRECTORY';
}

/**
 * Every fact there is. A new source is its line here, and where it is kept from an event, a feed in `usecases/facts/`:
 * templates, prefilling and the finding of double demands know it by that.
 */
export const FACT_SOURCES = [
  {
    code: 'receipts.acknowledged',
    name: '签收公文件数',
    aliases: ['签收文件数', '签收公文数', '公文签收数', '公文签收件数', '签收件数'],
    type: 'NUMBER',
    measure: '件',
    per: 'MONTH',
    from: 'ITEMS',
  },
  {
    code: 'receipts.acknowledged-on-time',
    name: '按时签收公文件数',
    aliases: ['按时签收文件数', '按时签收公文数', '公文按时签收数', '按期签收公文件数', '按时签收件数'],
    type: 'NUMBER',
    measure: '件',
    per: 'MONTH',
    from: 'ITEMS',
  },
  {
    code: 'members.formal',
    name: '正式党员人数',
    aliases: ['正式党员数', '正式党员总数'],
    type: 'NUMBER',
    measure: '人',
    per: 'STANDING',
    from: 'ITEMS',
  },
  {
    code: 'members.probationary',
    name: '预备党员人数',
    aliases: ['预备党员数', '预备党员总数'],
    type: 'NUMBER',
    measure: '人',
    per: 'STANDING',
    from: 'ITEMS',
  },
  {
    code: 'members.total',
    name: '党员总数',
    aliases: ['党员人数', '党员数', '党员总人数', '现有党员人数'],
    type: 'NUMBER',
    measure: '人',
    per: 'STANDING',
    from: 'ITEMS',
  },
  {
    code: 'unit.name',
    name: '单位名称',
    aliases: ['报送单位', '填报单位', '所在单位'],
    type: 'TEXT',
    per: 'STANDING',
    from: 'DIRECTORY',
  },
  {
    code: 'organization.name',
    name: '党组织名称',
    aliases: ['党组织全称', '填报党组织', '报送党组织'],
    type: 'TEXT',
    per: 'STANDING',
    from: 'DIRECTORY',
  },
  {
    code: 'organization.branches',
    name: '党支部数',
    aliases: ['支部数', '党支部总数', '所属党支部数', '下辖党支部数', '基层党支部数'],
    type: 'NUMBER',
    measure: '个',
    per: 'STANDING',
    from: 'DIRECTORY',
  },
] as const satisfies readonly FactSource[];

export type FactCode = (typeof FACT_SOURCES)[number]['code'];

/** A source that is registered. */
export type RegisteredFact = FactSource & { readonly code: FactCode };

const BY_CODE: ReadonlyMap<string, RegisteredFact> = new Map(FACT_SOURCES.map((source) => [source.code, source]));

const BY_LABEL: ReadonlyMap<string, RegisteredFact> = new Map(
  FACT_SOURCES.flatMap((source) => [source.name, ...source.aliases].map((label) => [plainLabel(label), source])),
);

/** The source of that code; undefined for one that does not exist. */
export const factSource = (code: string): RegisteredFact | undefined => BY_CODE.get(code);

/** The source that a field of this label asks for, by its name or an alias; undefined where the hub knows no such thing. */
export const factOfLabel = (label: string): RegisteredFact | undefined => BY_LABEL.get(plainLabel(label));
