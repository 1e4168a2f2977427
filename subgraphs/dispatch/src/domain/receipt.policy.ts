import { definePolicy, type Role } from '@hub/core';

const OFFICE: readonly Role[] = ['COMMITTEE_LEADER', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK'];
const SUPERVISORS: readonly Role[] = ['OFFICE_CHECKER', 'OFFICE_REGISTRAR'];

/** The work committee's own branch receives papers too: its office signs for it, as any unit's clerk does. */
const HANDLERS: readonly Role[] = ['UNIT_LEADER', 'UNIT_CLERK', 'OFFICE_REGISTRAR', 'OFFICE_CLERK'];

const ownUnit = [{ roles: HANDLERS, reach: 'OWN_UNIT' }] as const;
const supervisors = [{ roles: SUPERVISORS, reach: 'COMMITTEE' }] as const;

/** Who may do what to a receipt. The unit's verbs reach its own receipts only, the office's all of the committee. */
export const receiptPolicy = definePolicy({
  open: ownUnit,
  acknowledge: ownUnit,
  register: ownUnit,
  assign: ownUnit,
  circulate: ownUnit,
  returnReceipt: ownUnit,
  submitFeedback: ownUnit,
  requestExtension: ownUnit,
  close: [...ownUnit, ...supervisors],
  answerReturn: supervisors,
  acceptFeedback: supervisors,
  returnFeedback: supervisors,
  decideExtension: supervisors,
  urge: supervisors,
  recall: [{ roles: ['OFFICE_REGISTRAR'], reach: 'COMMITTEE' }],
  withdraw: [{ roles: ['OFFICE_REGISTRAR'], reach: 'COMMITTEE' }],
  reissue: [{ roles: ['OFFICE_REGISTRAR'], reach: 'COMMITTEE' }],
  readInbox: [{ roles: [...HANDLERS, 'COMMITTEE_LEADER', 'OFFICE_CHECKER'], reach: 'OWN_UNIT' }],
  read: [
    ...ownUnit,
    { roles: OFFICE, reach: 'COMMITTEE' },
    { roles: ['INSPECTOR'], reach: 'SUBTREE' },
    { services: 'SUBTREE' },
  ],
});

export type ReceiptVerb = keyof typeof receiptPolicy.grants;
