import type { DatabaseDefinition } from '@hub/persistence';

import { AttachmentEntity } from './attachment.entity';
import { DocumentEntity } from './document.entity';
import { DocumentActEntity } from './document-act.entity';
import { ExtensionRequestEntity } from './extension-request.entity';
import { FeedbackEntity } from './feedback.entity';
import { Kernel1763769600000 } from './migrations/1763769600000-kernel';
import { Receipts1763769600001 } from './migrations/1763769600001-receipts';
import { Numbers1763769600002 } from './migrations/1763769600002-numbers';
import { Documents1763769600003 } from './migrations/1763769600003-documents';
import { ReceiptUpdates1763769600004 } from './migrations/1763769600004-receipt-updates';
import { TwoPersons1763769600020 } from './migrations/1763769600020-two-persons';
import { Walls1763769600040 } from './migrations/1763769600040-walls';
import { Trail1763769600050 } from './migrations/1763769600050-trail';
import { Deadlines1763769600060 } from './migrations/1763769600060-deadlines';
import { StatedLimits1763769600061 } from './migrations/1763769600061-stated-limits';
import { OutboxConfirmation1763769600064 } from './migrations/1763769600064-outbox-confirmation';
import { ParkedIndex1763769600065 } from './migrations/1763769600065-parked-index';
import { TimeRules1763769600067 } from './migrations/1763769600067-time-rules';
import { Recounts1763769600069 } from './migrations/1763769600069-recounts';
import { Agenda1763769600077 } from './migrations/1763769600077-agenda';
import { ReceiptsFollow1763769600082 } from './migrations/1763769600082-receipts-follow';
import { QuarantineSubject1763769600098 } from './migrations/1763769600098-quarantine-subject';
import { SignaturesTold1763769600102 } from './migrations/1763769600102-signatures-told';
import { PapersTold1763769600121 } from './migrations/1763769600121-papers-told';
import { ScopeOfAnyOwner1763769600139 } from './migrations/1763769600139-scope-of-any-owner';
import { NumberSeriesEntity } from './number-series.entity';
import { ReceiptEntity } from './receipt.entity';
import { ReceiptReturnEntity } from './receipt-return.entity';

export const dispatchDatabase: DatabaseDefinition = {
  schema: 'dispatch',
  entities: [
    AttachmentEntity,
    DocumentActEntity,
    DocumentEntity,
    ExtensionRequestEntity,
    FeedbackEntity,
    NumberSeriesEntity,
    ReceiptEntity,
    ReceiptReturnEntity,
  ],
  migrations: [
    Kernel1763769600000,
    Receipts1763769600001,
    Numbers1763769600002,
    Documents1763769600003,
    ReceiptUpdates1763769600004,
    TwoPersons1763769600020,
    Walls1763769600040,
    Trail1763769600050,
    Deadlines1763769600060,
    StatedLimits1763769600061,
    TimeRules1763769600067,
    OutboxConfirmation1763769600064,
    ParkedIndex1763769600065,
    Recounts1763769600069,
    Agenda1763769600077,
    ReceiptsFollow1763769600082,
    SignaturesTold1763769600102,
    QuarantineSubject1763769600098,
    PapersTold1763769600121,
    ScopeOfAnyOwner1763769600139,
  ],
};
