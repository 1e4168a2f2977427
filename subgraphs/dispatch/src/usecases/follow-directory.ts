import { transferLedger } from '@hub/deadlines';
import type { DirectoryFollower } from '@hub/jobs';

import { ReceiptTransferRepository } from '../data/receipt-transfer.repository';
import { obligationOf } from '../domain/obligation';
import { emitChanged } from './move-receipts';
import { settleObligation } from './settle-obligation';
import { tellReceipts } from './tell-receipts';

const DISSOLVED = '党组织已撤销';

/** Papers go with the organisation that got them: open ones to be answered for, old ones as its file. */
export const receiptFollower: DirectoryFollower = {
  async onTransfer(tx, transfer) {
    const { organizationId, fromUnitId, toUnitId } = transfer;
    const receipts = new ReceiptTransferRepository(tx);
    const moved = await receipts.transfer(organizationId, fromUnitId, toUnitId);
    const documentIds = moved.map(({ documentId }) => documentId);
    await receipts.transferBeside({ organizationId, documentIds, toUnitId });
    await transferLedger(tx, 'dispatch', transfer);
    for (const { documentId, owed } of moved) if (owed) tellReceipts(tx, documentId, [fromUnitId, toUnitId]);
  },

  /** 免办: nobody is left who owes it. It is not done either, so the state and the counters stay. */
  async onDissolved(tx, { organizationId, unitId }) {
    const receipts = new ReceiptTransferRepository(tx);
    const owed = await receipts.lockOwed(organizationId, unitId);
    if (owed.length === 0) return;
    await receipts.exempt(
      organizationId,
      owed.map(({ documentId }) => documentId),
      DISSOLVED,
    );
    for (const receipt of owed) {
      const { documentId, dueAt } = receipt;
      emitChanged(tx, documentId, [{ ...receipt, version: receipt.version + 1 }]);
      settleObligation(tx, receipt, obligationOf(receipt));
      tx.audit({
        action: 'exemptReceipt',
        objectType: 'receipt',
        objectId: documentId,
        partId: organizationId,
        before: { organizationId, dueAt },
        after: { organizationId, dueAt: null, reason: DISSOLVED },
      });
    }
  },
};
