import type { ReportKind } from './report-kind';
import { ASKED, column, computed, count, files, known, passage } from './starter-fields';
import type { TemplateField } from './template-field';

/** A template that a committee may begin with, and revise as any other. */
export interface StarterTemplate {
  readonly name: string;
  readonly kind: ReportKind;
  readonly signatureNeeded: boolean;
  readonly minutes: number;
  readonly note: string;
  readonly fields: readonly TemplateField[];
}

const MEMBERS: readonly TemplateField[] = [
  known('members', '党员总数', 'members.total', '人'),
  known('probationary', '预备党员人数', 'members.probationary', '人'),
];

const RECEIPTS: readonly TemplateField[] = [
  known('acknowledged', '签收公文件数', 'receipts.acknowledged', '件'),
  known('acknowledged_on_time', '按时签收公文件数', 'receipts.acknowledged-on-time', '件'),
  computed('on_time_rate', '按时签收率', 'acknowledged_on_time / acknowledged * 100', { decimals: 1, measure: '%' }),
];

const NEXT = passage('next', '下步打算', { maxLength: 1500 });

/** 起步模板, one for each kind of report (DOMAIN 3.2). Nothing is asked in them that the hub knows. */
export const STARTER_TEMPLATES: readonly StarterTemplate[] = [
  {
    name: '党建工作月报',
    kind: 'MONTHLY',
    signatureNeeded: true,
    minutes: 20,
    note: '只填平台没有的数据；会议次数按实际召开填写。',
    fields: [
      ...MEMBERS,
      ...RECEIPTS,
      count('member_meetings', '党员大会次数', '次'),
      count('committee_meetings', '支部委员会次数', '次'),
      count('group_meetings', '党小组会次数', '次'),
      count('lectures', '党课次数', '次'),
      computed('meetings', '三会一课合计', 'member_meetings + committee_meetings + group_meetings + lectures', {
        measure: '次',
      }),
      { key: 'dues', label: '收缴党费', type: 'MONEY', ...ASKED, min: 0 },
      count('applicants', '新增入党积极分子', '人'),
      passage('problems', '存在问题', { required: false, maxLength: 1000 }),
      NEXT,
    ],
  },
  {
    name: '季度思想状况分析',
    kind: 'QUARTERLY',
    signatureNeeded: true,
    minutes: 60,
    note: '按季度分析党员干部思想状况，不作个人画像。',
    fields: [
      ...MEMBERS,
      count('talks', '谈心谈话人次', '人次'),
      passage('overview', '总体情况'),
      passage('concerns', '反映较多的问题'),
      passage('causes', '原因分析', { maxLength: 1500 }),
      NEXT,
    ],
  },
  {
    name: '半年党建工作情况',
    kind: 'HALF_YEARLY',
    signatureNeeded: true,
    minutes: 90,
    note: '突出重点工作进展，篇幅从简。',
    fields: [
      ...MEMBERS,
      ...RECEIPTS,
      passage('progress', '重点工作进展'),
      passage('problems', '存在问题', { maxLength: 1500 }),
      NEXT,
      files('附件'),
    ],
  },
  {
    name: '年度党建述职',
    kind: 'YEARLY',
    signatureNeeded: true,
    minutes: 180,
    note: '述职以问题和整改为主。',
    fields: [
      ...MEMBERS,
      passage('duty', '履职情况', { maxLength: 4000 }),
      passage('last_year', '上年问题整改', { maxLength: 2000 }),
      passage('problems', '存在问题及原因', { maxLength: 2000 }),
      NEXT,
    ],
  },
  {
    name: '专题工作报告',
    kind: 'SPECIAL',
    signatureNeeded: true,
    minutes: 60,
    note: '按通知要求填写数据表。',
    fields: [
      passage('progress', '工作进展'),
      {
        key: 'data',
        label: '数据表',
        type: 'TABLE',
        ...ASKED,
        required: false,
        maxRows: 50,
        columns: [
          column('item', '事项', 'TEXT', { maxLength: 100 }),
          column('quantity', '数量', 'NUMBER', { decimals: 2 }),
          column('remark', '备注', 'TEXT', { maxLength: 200, required: false }),
        ],
      },
      passage('problems', '存在问题', { maxLength: 1500 }),
      passage('proposals', '意见建议', { maxLength: 1500, required: false }),
      files('附件'),
    ],
  },
  {
    name: '落实情况反馈',
    kind: 'IMPLEMENTATION',
    signatureNeeded: true,
    minutes: 30,
    note: '对照来文逐项反馈。',
    fields: [
      passage('measures', '落实措施'),
      passage('results', '落实结果'),
      { key: 'finished', label: '是否全部落实', type: 'CHOICE', ...ASKED, options: ['是', '部分落实', '尚未落实'] },
      passage('reasons', '未落实的原因', { required: false, maxLength: 1000 }),
      files('佐证材料'),
    ],
  },
  {
    name: '党建信息',
    kind: 'INFORMATION',
    signatureNeeded: false,
    minutes: 30,
    note: '一事一报，正文 300 至 800 字。',
    fields: [
      passage('summary', '摘要', { maxLength: 100 }),
      passage('body', '正文', { minLength: 300, maxLength: 800 }),
      passage('source', '来源', { maxLength: 60 }),
      { key: 'happened_on', label: '日期', type: 'DATE', ...ASKED },
      passage('place', '地点', { maxLength: 60 }),
      files('图片', { maxFiles: 3 }),
    ],
  },
  {
    name: '亮点工作',
    kind: 'HIGHLIGHT',
    signatureNeeded: true,
    minutes: 60,
    note: '成效用数据说明。',
    fields: [
      passage('background', '背景', { maxLength: 800 }),
      passage('methods', '做法', { maxLength: 2000 }),
      passage('results', '成效', { maxLength: 1500 }),
      passage('replicable', '可复制性', { maxLength: 800 }),
      files('佐证材料'),
    ],
  },
  {
    name: '表彰荣誉',
    kind: 'HONOR',
    signatureNeeded: true,
    minutes: 10,
    note: '只报集体荣誉，附文件依据。',
    fields: [
      passage('honor', '荣誉名称', { maxLength: 100 }),
      passage('granted_by', '授予机关', { maxLength: 100 }),
      { key: 'granted_on', label: '授予日期', type: 'DATE', ...ASKED },
      { key: 'level', label: '级别', type: 'CHOICE', ...ASKED, options: ['国家级', '省级', '市级', '县级', '其他'] },
      files('授予文件', { required: true }),
    ],
  },
];
