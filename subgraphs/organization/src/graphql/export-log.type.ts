import type { Id } from '@hub/core';
import { connectionOf, DateTimeScalar, described, enumOf } from '@hub/graphql';
import { Directive, Field, Float, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';

import type { ExportRow } from '../data/export-log.read-model';
import { EXPORT_FORMATS, EXPORT_OUTCOMES, type ExportFormat, type ExportOutcome } from '../domain/export';

export const ExportFormatEnum = enumOf(EXPORT_FORMATS);

registerEnumType(ExportFormatEnum, {
  name: 'ExportFormat',
  description: '导出格式。',
  valuesConfig: described<ExportFormat>({
    CSV: '逗号分隔文本',
    NDJSON: '每行一个 JSON',
    XLSX: '电子表格（xlsx）',
    DOCX: '文稿（docx）',
  }),
});

export const ExportOutcomeEnum = enumOf(EXPORT_OUTCOMES);

registerEnumType(ExportOutcomeEnum, {
  name: 'ExportOutcome',
  description: '导出结果。',
  valuesConfig: described({ COMPLETE: '已完成', CANCELLED: '对方中途断开', FAILED: '中途出错' }),
});

@ObjectType({ description: '导出记录：谁在何时导出了什么。' })
export class ExportRecord {
  @Field(() => ID, { description: '记录标识。' })
  id!: Id;

  @Field(() => String, { description: '查询标识；下载工作簿或文稿的为其地址，如 report-tasks/<任务标识>。' })
  documentId!: string;

  @Field(() => String, { description: '查询名称，或文件的种类。' })
  documentName!: string;

  @Field(() => ExportFormatEnum, { description: '格式。' })
  format!: ExportFormat;

  @Field(() => String, { description: '查询变量的摘要（SHA-256）；不保存变量本身。' })
  variablesDigest!: string;

  @Field(() => String, { description: '导出人姓名或服务令牌名称。' })
  actorName!: string;

  @Field(() => ID, { nullable: true, description: '导出人账号；服务令牌导出为 null。' })
  accountId!: Id | null;

  @Field(() => ID, { nullable: true, description: '服务令牌标识；本人导出为 null。' })
  serviceTokenId!: Id | null;

  @Field(() => DateTimeScalar, { description: '开始时间。' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '结束时间；尚未结束或进程中断为 null。' })
  finishedAt!: Date | null;

  @Field(() => ExportOutcomeEnum, { nullable: true, description: '结果；尚未结束为 null。' })
  outcome!: ExportOutcome | null;

  @Field(() => Float, { nullable: true, description: '已送出行数；尚未结束为 null。' })
  rowCount!: number | null;

  @Field(() => String, { nullable: true, description: '批量导出的事由；未超过单人上限为 null。' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: '批量导出的批准人；未超过单人上限为 null。' })
  approvedByName!: string | null;
}

export function toExportRecord({ exportId, ...row }: ExportRow): ExportRecord {
  return { id: exportId, ...row };
}

@ObjectType({ description: '导出记录，新的在前。' })
export class ExportRecordConnection extends connectionOf(ExportRecord) {}

@Directive('@inaccessible')
@InputType({ description: '网关内部使用：开始导出。' })
export class BeginExportInput {
  @Field(() => String, { description: '查询标识。' })
  documentId!: string;

  @Field(() => String, { description: '查询名称。' })
  documentName!: string;

  @Field(() => ExportFormatEnum, { description: '格式。' })
  format!: ExportFormat;

  @Field(() => String, { description: '查询变量的摘要。' })
  variablesDigest!: string;

  @Field(() => Boolean, { nullable: true, description: '行数是否超过单人上限，须用第二人的批准。' })
  isBulk?: boolean | null;
}

@Directive('@inaccessible')
@InputType({ description: '网关内部使用：结束导出。' })
export class FinishExportInput {
  @Field(() => ID, { description: '记录标识。' })
  exportId!: Id;

  @Field(() => ExportOutcomeEnum, { description: '结果。' })
  outcome!: ExportOutcome;

  @Field(() => Float, { description: '已送出行数。' })
  rowCount!: number;
}
