import { keeperResolver } from '@hub/files';
import type { GraphqlDefinition, ReferenceResolver } from '@hub/graphql';

import { authorizeDownload } from '../usecases/download-attachment';
import { recordAttachment } from '../usecases/record-attachment';
import { agenda } from './agenda';
import { ApprovalResolver } from './approval.resolver';
import { AttachmentResolver } from './attachment.resolver';
import { toAttachment } from './attachment.type';
import { dispatchAuditTrail } from './audit-trail';
import { dispatchDecisions } from './decisions';
import { attachmentLoader, findDocument, numberSeriesLoader, seesSeries } from './document.loader';
import { DocumentResolver } from './document.resolver';
import { DocumentHandlingResolver } from './document-handling.resolver';
import { DocumentProgressResolver } from './document-progress.resolver';
import { DocumentReceiptsResolver } from './document-receipts.resolver';
import { DraftingResolver } from './drafting.resolver';
import type { DispatchHubContext } from './hub-context';
import { IssuingResolver } from './issuing.resolver';
import { NumberSeriesResolver } from './number-series.resolver';
import { toNumberSeries } from './number-series.type';
import { findReceipt } from './receipt.loader';
import { ReceiptResolver } from './receipt.resolver';
import { ReceiptClockResolver } from './receipt-clock.resolver';
import { ReceiptOfficeResolver } from './receipt-office.resolver';
import { ReceiptSetResolver } from './receipt-set.resolver';
import { ReceiptUnitResolver } from './receipt-unit.resolver';
import { WatchResolver } from './watch.resolver';

const receiptReference: ReferenceResolver = ({ id }, ctx) => findReceipt(ctx as DispatchHubContext, id);

const documentReference: ReferenceResolver = ({ id }, ctx) => findDocument(ctx as DispatchHubContext, id);

const attachmentReference: ReferenceResolver = async ({ id }, ctx) => {
  const row = await attachmentLoader.load(ctx, id);
  return row && toAttachment(row);
};

const numberSeriesReference: ReferenceResolver = async ({ id }, ctx) => {
  if (!seesSeries(ctx as DispatchHubContext)) return null;
  const row = await numberSeriesLoader.load(ctx, id);
  return row && toNumberSeries(row);
};

export const dispatchGraphql: GraphqlDefinition = {
  resolvers: [
    DocumentResolver,
    DocumentHandlingResolver,
    DraftingResolver,
    ApprovalResolver,
    IssuingResolver,
    NumberSeriesResolver,
    AttachmentResolver,
    keeperResolver({ recordAttachment, authorizeDownload }),
    ReceiptResolver,
    ReceiptClockResolver,
    ReceiptUnitResolver,
    ReceiptOfficeResolver,
    ReceiptSetResolver,
    DocumentProgressResolver,
    DocumentReceiptsResolver,
    WatchResolver,
    dispatchAuditTrail.resolver,
    ...agenda.resolvers,
  ],
  decisions: dispatchDecisions,
  orphanedTypes: [dispatchAuditTrail.type, agenda.type],
  wholeReferences: { AuditTrail: dispatchAuditTrail.reference, Agenda: agenda.reference },
  references: {
    Document: documentReference,
    Attachment: attachmentReference,
    NumberSeries: numberSeriesReference,
    Receipt: receiptReference,
  },
};
