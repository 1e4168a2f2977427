import { type Id, type LocalDate, normalizeNote } from '@hub/core';
import { guardSecrecy, type Transaction, unknownInAudience } from '@hub/persistence';

import type { DocumentEntity } from '../data/document.entity';
import { type Audience, assertAudience, NO_AUDIENCE } from '../domain/audience';
import type { Disclosure } from '../domain/disclosure';
import { assertKindUsable, type Direction, type DocumentKind } from '../domain/document-kind';
import { type DraftText, readDraft } from '../domain/draft-content';
import type { TextScope } from '../domain/economy';
import { asksFeedback, type FeedbackRequirement } from '../domain/feedback';
import { assertSeriesCarries, type NumberSeries } from '../domain/number-series';
import { parsePrintedText } from '../domain/printed-text';
import { recordError } from '../domain/record.errors';
import { NO_RULE_FACTS, type RuleFacts } from '../domain/rule-facts';
import type { Urgency } from '../domain/urgency';
import type { DispatchContext } from './context';

/** What a drafter fills in; the same form for the first draft and for every revision. */
export interface DraftInput extends DraftText {
  readonly kind: DocumentKind;
  readonly direction: Direction;
  readonly urgency: Urgency;
  readonly textScope: TextScope;
  readonly disclosure: Disclosure;
  readonly note?: string | null;
  readonly conveyanceScope?: string | null;
  readonly signatory?: string | null;
  readonly feedback?: FeedbackRequirement | null;
  readonly feedbackDueOn?: LocalDate | null;
  readonly audience?: Audience | null;
  readonly ruleFacts?: Partial<RuleFacts> | null;
}

const NO_FEEDBACK: FeedbackRequirement = { kind: 'NONE', fields: [], stages: [] };

export type DraftFields = Pick<
  DocumentEntity,
  | 'kind'
  | 'direction'
  | 'urgency'
  | 'title'
  | 'text'
  | 'textScope'
  | 'addresseeLine'
  | 'copyLine'
  | 'annexTitles'
  | 'note'
  | 'conveyanceScope'
  | 'disclosure'
  | 'signatory'
  | 'feedbackRequirement'
  | 'feedbackDueOn'
  | 'audience'
  | 'ruleFacts'
  | 'characterCount'
  | 'textDigest'
>;

/** The form as it is kept. Throws what is wrong with the text, the kind or the audience. */
export function readDraftFields(input: DraftInput): DraftFields {
  const { audience, direction, disclosure, feedback, feedbackDueOn, kind, ruleFacts, textScope, urgency } = input;
  assertKindUsable(kind, direction);
  const feedbackRequirement = feedback ?? NO_FEEDBACK;
  assertAudience(audience ?? NO_AUDIENCE, asksFeedback(feedbackRequirement));
  return {
    ...readDraft(input).content,
    kind,
    direction,
    urgency,
    textScope,
    disclosure,
    note: normalizeNote('附注', input.note),
    conveyanceScope: normalizeNote('传达范围', input.conveyanceScope),
    signatory: normalizeNote('署名', input.signatory),
    feedbackRequirement,
    feedbackDueOn: feedbackDueOn ?? null,
    audience: audience ?? NO_AUDIENCE,
    ruleFacts: { ...NO_RULE_FACTS, ...ruleFacts },
  };
}

/** Looks through everything a draft prints, before any of it is written. Throws SECRECY_MARKING. */
export function guardDraft(ctx: DispatchContext, documentId: Id | null, fields: DraftFields): Promise<void> {
  const { addresseeLine, annexTitles, copyLine, note, text, title } = fields;
  const body = [addresseeLine, text, copyLine, note, ...annexTitles].filter(Boolean).join('\n');
  const { headLines } = parsePrintedText(text);
  return guardSecrecy(ctx, 'dispatch', { subjectId: documentId, source: 'DRAFT' }, { title, headLines, body });
}

/** Throws KIND_NOT_IN_SERIES, ORGANIZATION_NOT_FOUND or GROUP_NOT_FOUND. */
export async function assertDraftFits(
  tx: Transaction,
  series: NumberSeries,
  { audience, kind }: Pick<DraftFields, 'audience' | 'kind'>,
): Promise<void> {
  assertSeriesCarries(series, kind);
  await assertAudienceKnown(tx, audience);
}

export async function assertAudienceKnown(tx: Transaction, audience: Audience): Promise<void> {
  const unknown = await unknownInAudience(tx, 'dispatch', audience);
  if (unknown.groups > 0) throw recordError('GROUP_NOT_FOUND');
  if (unknown.organizations > 0) throw recordError('ORGANIZATION_NOT_FOUND');
}
