import { handOf, type Id, normalizeNote, type PersonActor } from '@hub/core';
import { assertVersion, type Transaction } from '@hub/persistence';

import { DistributionRepository } from '../data/distribution.repository';
import type { DocumentEntity } from '../data/document.entity';
import { DocumentRepository } from '../data/document.repository';
import type { NumberSeriesEntity } from '../data/number-series.entity';
import { NumberSeriesRepository } from '../data/number-series.repository';
import { type DocumentVerb, documentPolicy } from '../domain/document.policy';
import {
  assertOpinion,
  type DocumentAct,
  type DocumentEffect,
  type DocumentState,
  type DocumentTransition,
  nextState,
  stepOfState,
} from '../domain/document-state';
import { assertSegregated, assertStepRole } from '../domain/series-step';
import { tellReceipts } from './tell-receipts';

/** What every decision on one document names: which one, and the version it was decided on. */
export interface DocumentDecision {
  readonly documentId: Id;
  readonly expectedVersion: number;
}

/** The answer of every act on a document; the wire loads what it shows. */
export type DocumentResult = {
  readonly documentId: Id;
  readonly state: DocumentState;
  readonly version: number;
};

export interface LockedDocument {
  readonly document: DocumentEntity;
  readonly series: NumberSeriesEntity;
}

/** Whether the role may do this to any document at all: asked before anything is looked up. */
export function assertRoleMay(person: PersonActor, verb: DocumentVerb): void {
  const { committeeId, accountId } = person;
  documentPolicy.assertMay(person, verb, { committeeId, ownerAccountId: accountId });
}

/** The document under lock, for someone who may do this to it, on the version it was decided on. */
export async function lockDocument(
  tx: Transaction,
  person: PersonActor,
  verb: DocumentVerb,
  { documentId, expectedVersion }: DocumentDecision,
): Promise<LockedDocument> {
  assertRoleMay(person, verb);
  const document = await new DocumentRepository(tx).lock(documentId);
  const { committeeId, drafterAccountId } = document;
  documentPolicy.assertMay(person, verb, { committeeId, ownerAccountId: drafterAccountId });
  assertVersion(document.version, expectedVersion);
  return { document, series: await new NumberSeriesRepository(tx).get(document.seriesId) };
}

export interface DocumentMove {
  /** The use case, as the audit trail names it. */
  readonly action: string;
  readonly act: DocumentAct;
  readonly opinion?: string | null;
  readonly change?: Partial<DocumentEntity>;
  /** What the audit trail keeps beside the states. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** One act in the life of a locked document: decided, written, put on the 处理单 and audited. */
export async function moveDocument(
  tx: Transaction,
  person: PersonActor,
  { document, series }: LockedDocument,
  { action, act, change, detail, ...move }: DocumentMove,
): Promise<DocumentResult> {
  const opinion = normalizeNote('意见', move.opinion);
  const documents = new DocumentRepository(tx);
  const transition = await decide(documents, person, { document, series }, act);
  assertOpinion(act, opinion);
  const effects = await carryOut(tx, document, transition.effects);
  const moved = await documents.update(document, { ...effects, ...change, state: transition.to });
  const { documentId, textDigest } = moved;
  const states = { fromState: transition.from, toState: transition.to };
  await documents.recordAct(person, { documentId, act, ...states, opinion, textDigest });
  tx.audit({
    action,
    objectType: 'document',
    objectId: documentId,
    before: { state: transition.from, version: document.version },
    after: { state: transition.to, version: moved.version, textDigest, opinion, ...detail },
  });
  // A paper that loses its force looks different in every inbox that holds it.
  tellReceipts(tx, documentId, endsForce(act) ? null : []);
  return { documentId, state: moved.state, version: moved.version };
}

const endsForce = (act: DocumentAct): boolean => act === 'REVOKE' || act === 'ABOLISH';

async function decide(
  documents: DocumentRepository,
  person: PersonActor,
  { document, series }: LockedDocument,
  act: DocumentAct,
): Promise<DocumentTransition> {
  const transition = nextState(series.steps, document.state, act);
  const step = stepOfState(series.steps, document.state);
  if (step?.kind === act) {
    assertStepRole(step, person.role);
    assertSegregated(step, handOf(person), await documents.stepHistory(document.documentId));
  }
  return transition;
}

async function carryOut(
  tx: Transaction,
  document: DocumentEntity,
  effects: readonly DocumentEffect[],
): Promise<Partial<DocumentEntity>> {
  let change: Partial<DocumentEntity> = {};
  if (effects.includes('TEXT_FROZEN')) change = { ...change, textFrozenAt: tx.now };
  if (effects.includes('TEXT_RELEASED')) change = { ...change, textFrozenAt: null, distributionDigest: null };
  if (effects.includes('APPROVAL_VOIDED')) {
    await new DistributionRepository(tx, document.documentId).clear();
    change = { ...change, approverAccountId: null, approverName: null, approvedAt: null, signedByMainLeader: null };
  }
  return change;
}
