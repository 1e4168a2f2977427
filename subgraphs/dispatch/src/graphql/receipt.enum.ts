import { described, enumOf } from '@hub/graphql';
import { registerEnumType } from 'type-graphql';

import { RECEIPT_GROUPINGS, type ReceiptGrouping } from '../data/receipt-rows.read-model';
import {
  RECEIPT_ACTS,
  RECEIPT_STATE_NAMES,
  RECEIPT_STATES,
  type ReceiptAct,
  type ReceiptState,
} from '../domain/receipt-state';
import { INBOXES, type Inbox } from '../usecases/list-inbox';

export const ReceiptStateEnum = enumOf<ReceiptState>(RECEIPT_STATES);

registerEnumType(ReceiptStateEnum, {
  name: 'ReceiptState',
  description: '收文状态（公文处理工作条例第二十四条所列收文办理环节）。',
  valuesConfig: described(RECEIPT_STATE_NAMES),
});

export const ReceiptActEnum = enumOf<ReceiptAct>(RECEIPT_ACTS);

registerEnumType(ReceiptActEnum, {
  name: 'ReceiptAct',
  description: '对收文可做的操作。',
  valuesConfig: {
    OPEN: { description: '查看（单位）。' },
    ACKNOWLEDGE: { description: '签收（单位）。' },
    REGISTER: { description: '收文登记（单位）。' },
    ASSIGN: { description: '分派承办（单位）。' },
    RETURN: { description: '退回（单位）。' },
    SUBMIT_FEEDBACK: { description: '提交反馈（单位）。' },
    ANSWER_RETURN: { description: '答复退回（工委）。' },
    ACCEPT_FEEDBACK: { description: '采纳反馈（工委）。' },
    ACCEPT_STAGE: { description: '采纳某一阶段的落实情况（工委）。' },
    RETURN_FEEDBACK: { description: '退回反馈（工委）。' },
    RECALL: { description: '撤回：尚未签收的（工委）。' },
    WITHDRAW: { description: '清退：已经签收的（工委）。' },
    REISSUE: { description: '补发（工委）。' },
    CLOSE: { description: '办结。' },
  },
});

export const InboxEnum = enumOf<Inbox>(INBOXES);

registerEnumType(InboxEnum, {
  name: 'Inbox',
  description: '收件箱的两种看法。',
  valuesConfig: {
    TO_DO: { description: '待办：尚欠签收或反馈的，期限近的在前。' },
    ALL: { description: '全部：除已撤回的以外，新发的在前。' },
  },
});

export const ReceiptGroupingEnum = enumOf<ReceiptGrouping>(RECEIPT_GROUPINGS);

registerEnumType(ReceiptGroupingEnum, {
  name: 'ReceiptGrouping',
  description: '收文统计的分组方式。',
  valuesConfig: {
    UNIT: { description: '按单位，机构序列。' },
    DOCUMENT: { description: '按公文，新发的在前。' },
    MONTH: { description: '按送达月份，近的在前。' },
    STATE: { description: '按收文状态。' },
  },
});
