import { described, describedBy, enumOf, keysOf } from '@hub/graphql';
import { registerEnumType } from 'type-graphql';

import { ADOPTION_LEVEL_NAMES, type AdoptionLevel } from '../domain/adoption';
import { PUBLICATION_READERS, type PublicationReaders } from '../domain/publication';
import { RETURN_REASONS, type ReportReturnReason } from '../domain/report-return';
import { REPORT_ACTS, REPORT_STATE_NAMES, type ReportAct, type ReportState } from '../domain/report-state';

export const ReportStateEnum = enumOf<ReportState>(keysOf(REPORT_STATE_NAMES));

registerEnumType(ReportStateEnum, {
  name: 'ReportState',
  description: '报送状态。',
  valuesConfig: described(REPORT_STATE_NAMES),
});

export const ReportActEnum = enumOf<ReportAct>(REPORT_ACTS);

registerEnumType(ReportActEnum, {
  name: 'ReportAct',
  description: '对报送可做的操作。',
  valuesConfig: {
    SAVE: { description: '填写。' },
    SEND_FOR_REVIEW: { description: '送单位负责人审核。' },
    SEND_BACK: { description: '单位内退回修改。' },
    SIGN: { description: '签发。' },
    SUBMIT: { description: '报送工委。' },
    RETURN: { description: '工委退回。' },
    ACCEPT: { description: '采纳。' },
    COMMEND: { description: '评为优秀。' },
    ADOPT: { description: '登记采用。' },
    REVOKE_ADOPTION: { description: '撤销采用。' },
    PUBLISH: { description: '刊发。' },
    EXEMPT: { description: '免报。' },
    SETTLE: { description: '随公文反馈办结，由平台办理。' },
  },
});

const REASONS = keysOf(RETURN_REASONS);

export const ReportReturnReasonEnum = enumOf<ReportReturnReason>(REASONS);

registerEnumType(ReportReturnReasonEnum, {
  name: 'ReportReturnReason',
  description: '退回报送的理由。',
  valuesConfig: describedBy(REASONS, (reason) => RETURN_REASONS[reason].name),
});

export const AdoptionLevelEnum = enumOf<AdoptionLevel>(keysOf(ADOPTION_LEVEL_NAMES));

registerEnumType(AdoptionLevelEnum, {
  name: 'AdoptionLevel',
  description: '采用级别。',
  valuesConfig: described(ADOPTION_LEVEL_NAMES),
});

export const PublicationReadersEnum = enumOf<PublicationReaders>(PUBLICATION_READERS);

registerEnumType(PublicationReadersEnum, {
  name: 'PublicationReaders',
  description: '刊发范围。',
  valuesConfig: { ALL: { description: '全部单位，含以后新增的。' }, CHOSEN: { description: '选定的单位。' } },
});
