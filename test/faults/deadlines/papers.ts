import type { DocumentResult } from '../../../subgraphs/dispatch/src/usecases/document-step';
import { issueDocument } from '../../../subgraphs/dispatch/src/usecases/issue-document';
import { previewDistribution } from '../../../subgraphs/dispatch/src/usecases/preview-distribution';
import type { Office } from '../../integration/dispatch/office';
import { someId } from '../../support';
import { insist } from '../insist';
import type { Clocks } from './clocks';
import type { Urgency } from './plain-times';
import { ReceiptModel } from './receipts';

interface PaperKind {
  readonly urgency: Urgency;
  readonly asksFeedback: boolean;
}

/** The papers of a day: each clock that tells papers apart. */
const A_DAY: readonly PaperKind[] = [
  { urgency: 'EXTRA_URGENT', asksFeedback: false },
  { urgency: 'EXTRA_URGENT', asksFeedback: true },
  { urgency: 'URGENT', asksFeedback: false },
  { urgency: 'ORDINARY', asksFeedback: false },
];

/** A paper that waits for its day. */
export interface Paper extends PaperKind {
  readonly document: DocumentResult;
}

/** Brought up to the moment before they are issued, while nothing is killed yet. */
export async function preparePapers(office: Office, days: number): Promise<Paper[][]> {
  const piles: Paper[][] = [];
  for (let day = 0; day < days; day += 1) piles.push(await Promise.all(A_DAY.map((kind) => prepare(office, kind))));
  return piles;
}

async function prepare(office: Office, kind: PaperKind): Promise<Paper> {
  const { urgency, asksFeedback } = kind;
  const feedback = asksFeedback ? { kind: 'IMPLEMENTATION' as const, stages: [], fields: [] } : null;
  return { ...kind, document: await office.bringTo('ISSUE', { urgency, ...(feedback ? { feedback } : {}) }) };
}

/** Issues a paper to all units, however often it takes. */
export async function issue(office: Office, clocks: Clocks, paper: Paper, now: number): Promise<ReceiptModel[]> {
  const { documentId, version } = paper.document;
  const registrar = office.as('OFFICE_REGISTRAR', { idempotencyKey: someId() });
  const { recipientVersion } = await insist(() => previewDistribution(registrar, documentId));
  await insist(() => issueDocument(registrar, { documentId, expectedVersion: version, recipientVersion }));
  return office.units.map((unit) => new ReceiptModel(clocks, documentId, unit, paper, now));
}
