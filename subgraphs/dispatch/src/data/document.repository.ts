import type { Hand, Id, PersonActor } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { DocumentAct, DocumentState } from '../domain/document-state';
import { recordError } from '../domain/record.errors';
import type { StepHistory, StepKind } from '../domain/series-step';
import type { Urgency } from '../domain/urgency';
import { DocumentEntity } from './document.entity';
import { DocumentActEntity } from './document-act.entity';

export interface ActRecord {
  readonly documentId: Id;
  readonly act: DocumentAct | 'DRAFT';
  readonly fromState: DocumentState | null;
  readonly toState: DocumentState;
  readonly opinion: string | null;
  readonly textDigest: string;
}

export class DocumentRepository {
  constructor(private readonly tx: Transaction) {}

  /** Throws DOCUMENT_NOT_FOUND. */
  async lock(documentId: Id): Promise<DocumentEntity> {
    const { committeeId } = this.tx;
    const document = await this.tx.manager.findOne(DocumentEntity, {
      where: { committeeId, documentId },
      lock: { mode: 'pessimistic_write' },
    });
    if (document === null) throw recordError('DOCUMENT_NOT_FOUND', { documentId });
    return document;
  }

  /** Throws DOCUMENT_NOT_FOUND. */
  async urgencyOf(documentId: Id): Promise<Urgency> {
    const { committeeId } = this.tx;
    const document = await this.tx.manager.findOne(DocumentEntity, {
      select: { urgency: true },
      where: { committeeId, documentId },
    });
    if (document === null) throw recordError('DOCUMENT_NOT_FOUND', { documentId });
    return document.urgency;
  }

  async insert(document: DocumentEntity): Promise<void> {
    await this.tx.manager.insert(DocumentEntity, document);
  }

  /** Writes a change of a locked document as its next version, and returns that. */
  async update(document: DocumentEntity, change: Partial<DocumentEntity>): Promise<DocumentEntity> {
    const { committeeId, documentId, version } = document;
    const next = { ...change, version: version + 1, updatedAt: this.tx.now };
    await this.tx.manager.update(DocumentEntity, { committeeId, documentId }, next as object);
    return { ...document, ...next };
  }

  /** Under the lock of the document, so that ordinals follow each other. */
  async recordAct(person: PersonActor, record: ActRecord): Promise<void> {
    const [last] = await this.tx.query<{ ordinal: number }>(
      `select coalesce(max(ordinal), 0) as ordinal from dispatch.document_act
       where committee_id = $1 and document_id = $2`,
      [this.tx.committeeId, record.documentId],
    );
    await this.tx.manager.insert(DocumentActEntity, {
      ...record,
      committeeId: this.tx.committeeId,
      ordinal: (last?.ordinal ?? 0) + 1,
      accountId: person.accountId,
      postId: person.postId,
      principalId: person.delegation?.principalAccountId ?? null,
      personName: person.displayName,
      postTitle: person.postTitle,
      at: this.tx.now,
    });
  }

  /** Who has had a hand in the document so far, by step; whoever revised it drafted it. */
  async stepHistory(documentId: Id): Promise<StepHistory> {
    const rows = await this.tx.query<{ step: StepKind | 'DRAFT'; hands: Hand[] }>(
      `select case act when 'REVISE' then 'DRAFT' else act end as step, jsonb_agg(distinct ${HAND}) as hands
       from dispatch.document_act where committee_id = $1 and document_id = $2 group by 1`,
      [this.tx.committeeId, documentId],
    );
    return Object.fromEntries(rows.map(({ step, hands }) => [step, hands]));
  }

  /** Whose hand did this last; null when nobody did. */
  async lastHand(documentId: Id, act: DocumentAct): Promise<Hand | null> {
    const [row] = await this.tx.query<{ hand: Hand }>(
      `select ${HAND} as hand from dispatch.document_act
       where committee_id = $1 and document_id = $2 and act = $3 order by ordinal desc limit 1`,
      [this.tx.committeeId, documentId, act],
    );
    return row?.hand ?? null;
  }
}

const HAND = `jsonb_build_object(
  'accountId', account_id, 'postId', post_id, 'principalAccountId', principal_id)`;
