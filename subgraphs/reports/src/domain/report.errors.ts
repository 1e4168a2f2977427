import { defineErrors } from '@hub/core';

export const reportError = defineErrors({
  /** Thrown when a report does not exist for the actor: unknown, of another unit, or not handed in. */
  REPORT_NOT_FOUND: { kind: 'NOT_FOUND', message: '报送不存在。' },
  /** Thrown when an act does not belong to the state the report is in and no closer reason is known. */
  REPORT_WRONG_STATE: { kind: 'CONFLICT', message: '报送当前状态为“{stateName}”，不能执行此操作。' },
  /** Thrown when words are changed, or handed in, while a leader of the unit looks at them. */
  REPORT_IN_REVIEW: { kind: 'CONFLICT', message: '报送正在本单位审核，请先签发或退回填报。' },
  /** Thrown when words are changed that a leader has signed. */
  REPORT_SIGNED: { kind: 'CONFLICT', message: '报送已经签发，修改前请先退回填报。' },
  /** Thrown when a unit goes on with a report that it has handed in. */
  REPORT_SUBMITTED: { kind: 'CONFLICT', message: '报送已经提交，正等待工委审核。' },
  /** Thrown when a report is handled again after it was accepted. */
  REPORT_ACCEPTED: { kind: 'CONFLICT', message: '报送已被采纳。' },
  /** Thrown when a report is handled that the feedback to the paper has answered. */
  REPORT_SETTLED: { kind: 'CONFLICT', message: '该事项已随公文反馈办结，无需另行报送。' },
  /** Thrown when a report is handled that nobody owes any more. */
  REPORT_EXEMPT: { kind: 'CONFLICT', message: '该报送已免报。' },
  /** Thrown when somebody is exempted from what nobody asked of him. */
  REPORT_NOT_ASKED: { kind: 'BAD_USER_INPUT', message: '该报送由单位自行报送，无须免报。' },
  /** Thrown when somebody is exempted without a word why. */
  EXEMPT_REASON_REQUIRED: { kind: 'BAD_USER_INPUT', message: '免报须说明理由。' },
  /** Thrown when the office returns or accepts what was not handed in. */
  REPORT_NOT_SUBMITTED: { kind: 'CONFLICT', message: '该报送尚未提交，不能审核。' },
  /** Thrown when a report is commended, adopted or published before it was accepted. */
  REPORT_NOT_ACCEPTED: { kind: 'CONFLICT', message: '该报送尚未采纳，不能执行此操作。' },

  // Writing and handing in
  /** Thrown when a report is begun that a task has to ask for. */
  REPORT_NOT_SPONTANEOUS: { kind: 'BAD_USER_INPUT', message: '“{kindName}”须按任务报送，不能自行新建。' },
  /** Thrown when a report has no title. */
  REPORT_TITLE_REQUIRED: { kind: 'BAD_USER_INPUT', message: '请填写标题，2 至 200 字。' },
  /** Thrown when a report without a word is reviewed, signed or handed in. */
  REPORT_EMPTY: { kind: 'BAD_USER_INPUT', message: '尚未填写内容。' },
  /** Thrown when a report is handed in that a leader of the unit has to sign first. */
  SIGNATURE_NEEDED: { kind: 'CONFLICT', message: '该报送须经单位负责人签发后才能提交。' },
  /** Thrown when a report is handed in without the pledge that it is not classified. */
  PLEDGE_REQUIRED: { kind: 'BAD_USER_INPUT', message: '请先作出非涉密承诺。' },
  /** Thrown when a unit says that filling in took no time, or more than anybody has. */
  MINUTES_INVALID: { kind: 'BAD_USER_INPUT', message: '填报用时应为 1 至 10000 分钟。' },
  /** Thrown when a telephone number cannot be one. */
  CONTACT_PHONE_INVALID: { kind: 'BAD_USER_INPUT', message: '联系电话格式不正确。' },
  /** Thrown when the organisation that a report is begun for is none of the actor's unit. */
  REPORT_ORGANIZATION_NOT_FOUND: { kind: 'NOT_FOUND', message: '党组织不存在，或不属于本单位。' },

  // Return 退回
  /** Thrown when a report is returned without a reason. */
  REPORT_RETURN_REASON_REQUIRED: { kind: 'BAD_USER_INPUT', message: '退回报送须选择理由。' },
  /** Thrown when the reason of a return says nothing by itself, and no note says more. */
  REPORT_RETURN_NOTE_REQUIRED: { kind: 'BAD_USER_INPUT', message: '以“{reasonName}”退回的，须在说明中写明。' },
  /** Thrown when a mark names a field that the template does not have. */
  MARKED_FIELD_UNKNOWN: { kind: 'BAD_USER_INPUT', message: '标注的栏目“{key}”不在模板中。' },
  /** Thrown when more time is granted until a day that is over. */
  RESUBMIT_DUE_PAST: { kind: 'BAD_USER_INPUT', message: '补报期限 {until} 已过，请另定一个以后的日期。' },

  // Files
  /** Thrown when a file is removed that was handed in. */
  REPORT_FILE_HANDED_IN: { kind: 'CONFLICT', message: '附件已随报送提交，不能删除。' },

  // Adoption 采用
  /** Thrown when a report was adopted at this level in this channel already. */
  ADOPTED_ALREADY: { kind: 'CONFLICT', message: '该报送已在“{channel}”登记为{levelName}采用。' },
  /** Thrown when an adoption does not exist, or was revoked. */
  ADOPTION_NOT_FOUND: { kind: 'NOT_FOUND', message: '采用记录不存在，或已撤销。' },
  /** Thrown when an adoption names no channel. */
  ADOPTION_CHANNEL_REQUIRED: { kind: 'BAD_USER_INPUT', message: '请填写采用渠道，不超过 100 字。' },
  /** Thrown when an adoption lies in the future, or before the report was handed in. */
  ADOPTED_ON_INVALID: { kind: 'BAD_USER_INPUT', message: '采用日期应在报送之日以后，且不晚于今天。' },
  /** Thrown when what was done is taken back without a reason. */
  REVOKE_REASON_REQUIRED: { kind: 'BAD_USER_INPUT', message: '撤销须说明理由。' },

  // Publication 刊发
  /** Thrown when a publication does not exist for the actor. */
  PUBLICATION_NOT_FOUND: { kind: 'NOT_FOUND', message: '刊发不存在，或已撤下。' },
  /** Thrown when a publication goes to nobody. */
  READERS_REQUIRED: { kind: 'BAD_USER_INPUT', message: '请选择刊发范围。' },
  /** Thrown when a publication names units that the directory does not have. */
  READER_NOT_FOUND: { kind: 'BAD_USER_INPUT', message: '刊发范围中有不存在的单位。' },
  /** Thrown when a publication shows no field, one that the report left empty, or a file. */
  PUBLISHED_FIELDS_INVALID: { kind: 'BAD_USER_INPUT', message: '请选择已填写的栏目刊发，附件不能刊发。' },
  /** Thrown when a unit did not allow its report to be shown. */
  PUBLICATION_NOT_ALLOWED: { kind: 'CONFLICT', message: '报送单位未同意公开，不能刊发。' },
});
