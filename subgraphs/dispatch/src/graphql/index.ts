import type { GraphqlDefinition, ReferenceResolver } from '@hub/graphql';

import { DocumentProgressResolver } from './document-progress.resolver';
import type { DispatchHubContext } from './hub-context';
import { findReceipt } from './receipt.loader';
import { ReceiptResolver } from './receipt.resolver';
import { ReceiptOfficeResolver } from './receipt-office.resolver';
import { ReceiptSetResolver } from './receipt-set.resolver';
import { ReceiptUnitResolver } from './receipt-unit.resolver';

const receiptReference: ReferenceResolver = ({ id }, ctx) => findReceipt(ctx as DispatchHubContext, id);

export const dispatchGraphql: GraphqlDefinition = {
  resolvers: [
    ReceiptResolver,
    ReceiptUnitResolver,
    ReceiptOfficeResolver,
    ReceiptSetResolver,
    DocumentProgressResolver,
  ],
  references: {
    Receipt: receiptReference,
  },
};
