import { described, enumOf } from '@hub/graphql';
import { registerEnumType } from 'type-graphql';

import { DISCLOSURES, type Disclosure } from '../domain/disclosure';
import {
  DIRECTION_NAMES,
  DIRECTIONS,
  type Direction,
  DOCUMENT_KIND_SPECS,
  DOCUMENT_KINDS,
  type DocumentKind,
} from '../domain/document-kind';
import {
  DOCUMENT_ACTS,
  DOCUMENT_STATE_NAMES,
  DOCUMENT_STATES,
  type DocumentAct,
  type DocumentState,
} from '../domain/document-state';
import { TEXT_SCOPES, type TextScope } from '../domain/economy';

export const DocumentKindEnum = enumOf<DocumentKind>(DOCUMENT_KINDS);

registerEnumType(DocumentKindEnum, {
  name: 'DocumentKind',
  description: '文种：党政机关公文处理工作条例第八条所列十五种。',
  valuesConfig: Object.fromEntries(
    DOCUMENT_KINDS.map((kind) => [kind, { description: `${DOCUMENT_KIND_SPECS[kind].name}。` }]),
  ),
});

export const DirectionEnum = enumOf<Direction>(DIRECTIONS);

registerEnumType(DirectionEnum, {
  name: 'Direction',
  description: '行文方向。',
  valuesConfig: described(DIRECTION_NAMES),
});

export const DocumentStateEnum = enumOf<DocumentState>(DOCUMENT_STATES);

registerEnumType(DocumentStateEnum, {
  name: 'DocumentState',
  description: '公文状态（条例第十八至二十五条：拟制、办理各环节）。',
  valuesConfig: described(DOCUMENT_STATE_NAMES),
});

export const TextScopeEnum = enumOf<TextScope>(TEXT_SCOPES);

registerEnumType(TextScopeEnum, {
  name: 'TextScope',
  description: '文稿性质；决定篇幅提示（整治形式主义为基层减负若干规定）。',
  valuesConfig: {
    COMPREHENSIVE: { description: '综合性文件，一般不超过 5000 字。' },
    SPECIAL: { description: '专项文件，一般不超过 4000 字。' },
  },
});

export const DisclosureEnum = enumOf<Disclosure>(DISCLOSURES);

registerEnumType(DisclosureEnum, {
  name: 'Disclosure',
  description: '公开属性。本系统只处理非涉密公文。',
  valuesConfig: {
    PROACTIVE: { description: '主动公开。' },
    ON_REQUEST: { description: '依申请公开。' },
    WITHHELD: { description: '不予公开。' },
  },
});

const RECORDED_ACTS = ['DRAFT', ...DOCUMENT_ACTS] as const;

export const DocumentActEnum = enumOf<DocumentAct | 'DRAFT'>(RECORDED_ACTS);

registerEnumType(DocumentActEnum, {
  name: 'DocumentActKind',
  description: '公文办理动作。',
  valuesConfig: {
    DRAFT: { description: '拟稿。' },
    REVISE: { description: '修改。' },
    SUBMIT: { description: '送审。' },
    CHECK: { description: '核稿。' },
    COUNTERSIGN: { description: '会签。' },
    APPROVE: { description: '签发。' },
    RECHECK: { description: '复核。' },
    ASSIGN_NUMBER: { description: '登记编号。' },
    SEAL: { description: '用印。' },
    RETURN: { description: '退回拟稿人。' },
    REFER_TO_SIGNER: { description: '复核发现实质性修改，退原签发人。' },
    ISSUE: { description: '发出。' },
    ARCHIVE: { description: '归档。' },
    REVOKE: { description: '撤销：自始无效。' },
    ABOLISH: { description: '废止：自废止之日起失效。' },
    CANCEL: { description: '作废：发出前放弃。' },
  },
});
