import type { DatabaseDefinition } from '@hub/persistence';

import { Kernel1763769600000 } from './migrations/1763769600000-kernel';
import { ReportTask1763769600001 } from './migrations/1763769600001-report-task';
import { Walls1763769600040 } from './migrations/1763769600040-walls';
import { Trail1763769600050 } from './migrations/1763769600050-trail';
import { OutboxConfirmation1763769600064 } from './migrations/1763769600064-outbox-confirmation';
import { ParkedIndex1763769600065 } from './migrations/1763769600065-parked-index';
import { TimeRules1763769600067 } from './migrations/1763769600067-time-rules';
import { Deadlines1763769600080 } from './migrations/1763769600080-deadlines';
import { Recounts1763769600085 } from './migrations/1763769600085-recounts';
import { Reports1763769600090 } from './migrations/1763769600090-reports';
import { PapersKnown1763769600094 } from './migrations/1763769600094-papers-known';
import { ReportLife1763769600098 } from './migrations/1763769600098-report-life';
import { Facts1763769600102 } from './migrations/1763769600102-facts';
import { ReportReading1763769600106 } from './migrations/1763769600106-report-reading';
import { ReportLists1763769600107 } from './migrations/1763769600107-report-lists';
import { ReportImports1763769600110 } from './migrations/1763769600110-report-imports';
import { ReportFiles1763769600113 } from './migrations/1763769600113-report-files';
import { ReportsFollow1763769600114 } from './migrations/1763769600114-reports-follow';
import { OwnWords1763769600116 } from './migrations/1763769600116-own-words';
import { TemplatesForServices1763769600117 } from './migrations/1763769600117-templates-for-services';
import { Plans1763769600118 } from './migrations/1763769600118-plans';
import { PlanWork1763769600119 } from './migrations/1763769600119-plan-work';
import { PaperAnswers1763769600122 } from './migrations/1763769600122-paper-answers';
import { PapersReferred1763769600123 } from './migrations/1763769600123-papers-referred';
import { ReportsRecounted1763769600130 } from './migrations/1763769600130-reports-recounted';
import { ExemptReports1763769600131 } from './migrations/1763769600131-exempt-reports';
import { SearchBySpans1763769600134 } from './migrations/1763769600134-search-by-spans';
import { ReportListIndexes1763769600135 } from './migrations/1763769600135-report-list-indexes';
import { SearchByTheRarestWord1763769600136 } from './migrations/1763769600136-search-by-the-rarest-word';
import { ScopeOfAnyOwner1763769600139 } from './migrations/1763769600139-scope-of-any-owner';
import { ListsOfAUnit1763769600140 } from './migrations/1763769600140-lists-of-a-unit';
import { UnitMonth1763769600142 } from './migrations/1763769600142-unit-month';
import { ReportEntity } from './report.entity';
import { ReportAdoptionEntity } from './report-adoption.entity';
import { ReportFileEntity } from './report-file.entity';
import { ReportPlanEntity } from './report-plan.entity';
import { ReportPublicationEntity } from './report-publication.entity';
import { ReportReturnEntity } from './report-return.entity';
import { ReportTaskEntity } from './report-task.entity';
import { ReportVersionEntity } from './report-version.entity';
import { TemplateEntity } from './template.entity';
import { TemplateVersionEntity } from './template-version.entity';

export const reportsDatabase: DatabaseDefinition = {
  schema: 'reports',
  entities: [
    ReportFileEntity,
    TemplateEntity,
    TemplateVersionEntity,
    ReportPlanEntity,
    ReportTaskEntity,
    ReportEntity,
    ReportVersionEntity,
    ReportReturnEntity,
    ReportAdoptionEntity,
    ReportPublicationEntity,
  ],
  migrations: [
    Kernel1763769600000,
    ReportTask1763769600001,
    Walls1763769600040,
    Trail1763769600050,
    TimeRules1763769600067,
    OutboxConfirmation1763769600064,
    Deadlines1763769600080,
    ParkedIndex1763769600065,
    Recounts1763769600085,
    Reports1763769600090,
    PapersKnown1763769600094,
    Facts1763769600102,
    ReportLife1763769600098,
    ReportReading1763769600106,
    ReportLists1763769600107,
    ReportFiles1763769600113,
    ReportsFollow1763769600114,
    OwnWords1763769600116,
    ReportImports1763769600110,
    TemplatesForServices1763769600117,
    Plans1763769600118,
    PlanWork1763769600119,
    PaperAnswers1763769600122,
    PapersReferred1763769600123,
    ReportsRecounted1763769600130,
    ExemptReports1763769600131,
    SearchBySpans1763769600134,
    ReportListIndexes1763769600135,
    SearchByTheRarestWord1763769600136,
    ScopeOfAnyOwner1763769600139,
    ListsOfAUnit1763769600140,
    UnitMonth1763769600142,
  ],
  classified: [{ column: 'report.contact_phone', level: 3, shownBy: ['Report.contactPhone'] }],
};
