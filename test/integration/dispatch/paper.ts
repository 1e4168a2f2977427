import type { Id, PersonActor, Role } from '@hub/core';

import type { DraftDocumentInput } from '../../../subgraphs/dispatch/src/usecases/draft-document';
import { type CallOptions, personActor, type TestWorld } from '../../support';
import type { Office } from './office';

/** What a mutation answered about a receipt, or why it was refused. */
export interface Answer {
  readonly reason: string | null;
  readonly id: string;
  readonly state: string;
  readonly version: number;
}

/** One issued paper, and the people who work on its receipts through the graph. */
export interface Paper {
  readonly documentId: Id;
  receiptId(unit: number): string;
  clerk(unit: number): PersonActor;
  office(role: Role): PersonActor;
  /** An act of a unit or the office on one receipt, on its newest version unless the input says otherwise. */
  act(
    actor: PersonActor,
    mutation: keyof typeof INPUTS,
    unit: number,
    input?: ActInput,
    call?: CallOptions,
  ): Promise<Answer>;
  /** An act on several receipts; the reason of the refusal, or null. */
  actOnAll(actor: PersonActor, mutation: string, input: object): Promise<string | null>;
  /** Counters that are not zero. */
  progress(): Promise<Readonly<Record<string, number>>>;
  /** As it is in the database, past all walls. */
  row(unit: number): Promise<Readonly<Record<string, unknown>>>;
}

export interface ActInput {
  readonly expectedVersion?: number;
  readonly [field: string]: unknown;
}

const INPUTS = {
  acknowledgeReceipt: 'ReceiptDecisionInput',
  returnReceipt: 'ReturnReceiptInput',
  assignReceipt: 'AssignReceiptInput',
  submitFeedback: 'SubmitFeedbackInput',
  requestExtension: 'RequestExtensionInput',
  answerReturn: 'AnswerReturnInput',
  acceptFeedback: 'AcceptFeedbackInput',
  returnFeedback: 'ReturnFeedbackInput',
  decideExtension: 'DecideExtensionInput',
} as const;

const SET_INPUTS: Readonly<Record<string, string>> = {
  recallDocument: 'TakeBackInput',
  withdrawDocument: 'TakeBackInput',
  reissueDocument: 'ReissueDocumentInput',
  urgeReceipts: 'UrgeReceiptsInput',
  closeReceipts: 'ReceiptSetInput',
};

const COUNTERS = `live awaiting acknowledged returned reading unopened returnAnswered returnedAfterReview feedbackOwed
  feedbackSubmitted feedbackReturned feedbackAccepted closed recalled withdrawn`;

export async function issuePaper(
  world: TestWorld,
  desk: Office,
  change: Partial<DraftDocumentInput> = {},
): Promise<Paper> {
  const { documentId } = await desk.issue(await desk.bringTo('ISSUE', change));
  const { committeeId } = desk;
  const clerks = desk.units.map(({ unitId, organizationId }) =>
    personActor('UNIT_CLERK', { committeeId, unitId, organizationId, displayName: '李四', postTitle: '党务专干' }),
  );
  const office = (role: Role): PersonActor => desk.as(role).actor as PersonActor;
  const receiptId = (unit: number): string => `${documentId}.${desk.units[unit]?.organizationId}`;
  const row: Paper['row'] = async (unit) => {
    const [found] = await world.database.query<Record<string, unknown>>(
      'select * from dispatch.receipt where document_id = $1 and organization_id = $2',
      [documentId, desk.units[unit]?.organizationId],
    );
    return found ?? {};
  };
  return {
    documentId,
    receiptId,
    clerk: (unit) => clerks[unit] as PersonActor,
    office,
    row,
    async act(actor, mutation, unit, input = {}, call = {}) {
      // Read only when it is not given: acts that are meant to race must start together.
      const expectedVersion = input.expectedVersion ?? (await row(unit)).version;
      const query = `mutation ($input: ${INPUTS[mutation]}!) { ${mutation}(input: $input) { id state version } }`;
      const variables = { input: { receiptId: receiptId(unit), ...input, expectedVersion } };
      const { data, errors } = await world.graphql('dispatch', actor, query, variables, call);
      return { ...(data?.[mutation] as Answer), reason: reasonOf(errors) };
    },
    async actOnAll(actor, mutation, input) {
      const query = `mutation ($input: ${SET_INPUTS[mutation]}!) { ${mutation}(input: $input) { id } }`;
      const { errors } = await world.graphql('dispatch', actor, query, { input: { documentId, ...input } });
      return reasonOf(errors);
    },
    async progress() {
      const query = `query ($id: ID!) {
        documentProgressCheck(documentId: $id) { agrees }
        documentProgress(documentId: $id) { ${COUNTERS} }
      }`;
      const { data } = await world.graphql('dispatch', office('OFFICE_CHECKER'), query, { id: documentId });
      const { documentProgress, documentProgressCheck } = data as unknown as {
        documentProgress: Record<string, number>;
        documentProgressCheck: { agrees: boolean };
      };
      if (!documentProgressCheck.agrees) throw new Error('the kept counters differ from a recount');
      return Object.fromEntries(Object.entries(documentProgress).filter(([, count]) => count !== 0));
    },
  };
}

export function reasonOf(
  errors: readonly { readonly extensions?: Record<string, unknown> }[] | undefined,
): string | null {
  const extensions = errors?.[0]?.extensions;
  return extensions ? String(extensions.reason ?? extensions.code) : null;
}
