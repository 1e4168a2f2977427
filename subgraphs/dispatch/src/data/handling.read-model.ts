import { type Id, rowsBy } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { Audience } from '../domain/audience';
import type { Disclosure } from '../domain/disclosure';
import type { DocumentAct, DocumentState } from '../domain/document-state';
import type { TextScope } from '../domain/economy';
import type { RuleId } from '../domain/finding';
import type { RuledDocument } from '../domain/rule-facts';
import type { SeriesStep } from '../domain/series-step';

/** How a document came about: for the office only. */
export interface HandlingRow extends RuledDocument {
  readonly documentId: Id;
  readonly state: DocumentState;
  readonly seriesId: Id;
  readonly steps: readonly SeriesStep[];
  readonly textScope: TextScope;
  readonly disclosure: Disclosure;
  readonly audience: Audience;
  readonly characterCount: number;
  readonly drafterName: string;
  readonly draftedAt: Date;
  readonly approverName: string | null;
  readonly approvedAt: Date | null;
  readonly pledgedAt: Date | null;
  readonly secrecyReviewedAt: Date | null;
  readonly textFrozenAt: Date | null;
  readonly archiveNumber: string | null;
  readonly archivedAt: Date | null;
  readonly updatedAt: Date;
}

export async function handlingsById(
  tx: ReadTransaction,
  documentIds: readonly Id[],
): Promise<ReadonlyMap<Id, HandlingRow>> {
  const rows = await tx.query<HandlingRow>(
    `select d.document_id as "documentId", d.state, d.series_id as "seriesId", s.steps, d.text_scope as "textScope",
            d.disclosure, d.audience, d.character_count as "characterCount", d.drafter_name as "drafterName",
            d.drafted_at as "draftedAt", d.approver_name as "approverName", d.approved_at as "approvedAt",
            d.pledged_at as "pledgedAt", d.secrecy_reviewed_at as "secrecyReviewedAt",
            d.text_frozen_at as "textFrozenAt", d.archive_number as "archiveNumber", d.archived_at as "archivedAt",
            d.updated_at as "updatedAt", d.kind, d.direction, d.title, d.text, d.addressee_line as "addresseeLine",
            d.copy_line as "copyLine", d.issuer_name as "issuerName",
            d.signed_by_main_leader as "signedByMainLeader", d.rule_facts as "ruleFacts"
     from dispatch.document d
     join dispatch.number_series s on s.committee_id = d.committee_id and s.series_id = d.series_id
     where d.committee_id = $1 and d.document_id = any($2::uuid[])`,
    [tx.committeeId, documentIds],
  );
  return new Map(rows.map((row) => [row.documentId, row]));
}

export interface ActRow {
  readonly documentId: Id;
  readonly ordinal: number;
  readonly act: DocumentAct | 'DRAFT';
  readonly fromState: DocumentState | null;
  readonly toState: DocumentState;
  readonly opinion: string | null;
  readonly textDigest: string;
  readonly personName: string;
  readonly postTitle: string;
  readonly at: Date;
}

/** 发文处理单 of each document, in order. */
export async function actsOfDocuments(
  tx: ReadTransaction,
  documentIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly ActRow[]>> {
  const rows = await tx.query<ActRow>(
    `select document_id as "documentId", ordinal, act, from_state as "fromState", to_state as "toState", opinion,
            text_digest as "textDigest", person_name as "personName", post_title as "postTitle", at
     from dispatch.document_act
     where committee_id = $1 and document_id = any($2::uuid[]) order by document_id, ordinal`,
    [tx.committeeId, documentIds],
  );
  return rowsBy(rows, (row) => row.documentId);
}

export interface OverrideRow {
  readonly id: Id;
  readonly documentId: Id;
  readonly ruleId: RuleId;
  readonly evidence: string | null;
  readonly reason: string;
  readonly requestedByName: string;
  readonly requestedAt: Date;
  readonly confirmedByName: string | null;
  readonly confirmedAt: Date | null;
}

export async function overridesOfDocuments(
  tx: ReadTransaction,
  documentIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly OverrideRow[]>> {
  const rows = await tx.query<OverrideRow>(
    `select override_id as id, document_id as "documentId", rule_id as "ruleId", evidence, reason,
            requested_by_name as "requestedByName", requested_at as "requestedAt",
            confirmed_by_name as "confirmedByName", confirmed_at as "confirmedAt"
     from dispatch.rule_override
     where committee_id = $1 and document_id = any($2::uuid[]) order by requested_at, override_id`,
    [tx.committeeId, documentIds],
  );
  return rowsBy(rows, (row) => row.documentId);
}
