import { AttachmentFields } from '@hub/files';
import { Directive, ObjectType } from 'type-graphql';

import type { ReportFileRow } from '../data/report-file.read-model';

@Directive('@key(fields: "id")')
@ObjectType({ description: '报送附件：由附件栏目引用。报送以前仅本单位可见，报送以后工委可见，不再删除。' })
export class ReportFile extends AttachmentFields {}

export function toReportFile({ storageKey: _, reportId: __, ...row }: ReportFileRow): ReportFile {
  return row;
}
