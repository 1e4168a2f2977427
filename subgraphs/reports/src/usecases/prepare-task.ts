import { type Id, type LocalDate, normalizeNote } from '@hub/core';
import { type ReadTransaction, unknownInAudience, workingTimeOf } from '@hub/persistence';

import { type AskedOrganization, askedOrganizations } from '../data/asked-organization.read-model';
import { type KnownDocument, knownDocument } from '../data/known-document.read-model';
import { overlappingTasks } from '../data/overlapping-task.read-model';
import { answeredBy } from '../data/paper-answer.repository';
import { type TemplateVersion, templateVersionOf } from '../data/template.read-model';
import { type DoubleDemand, doubleDemands } from '../domain/ask-once';
import { type Due, dueOf } from '../domain/due-rule';
import { endsWithPaper } from '../domain/paper-answer';
import { assertPeriodOfKind, type PeriodKey } from '../domain/period';
import { isSpontaneous, REPORT_KIND_NAMES, type ReportKind } from '../domain/report-kind';
import { reportTaskError } from '../domain/report-task.errors';
import { assertTaskAudience, type TaskAudience } from '../domain/task-audience';

/** What somebody wants to ask for. */
export interface TaskDemand {
  readonly kind: ReportKind;
  readonly title: string;
  readonly periodKey: PeriodKey;
  readonly templateId: Id;
  /** As it was looked at; another one that is current by now is refused. */
  readonly templateVersion: number;
  readonly audience: TaskAudience;
  /** Left out: by the rule of the kind. */
  readonly dueOn?: LocalDate | null;
  readonly basis?: string | null;
  readonly requirement?: string | null;
  /** The paper that it is born from. */
  readonly documentId?: Id | null;
}

/** The same, judged by what is there. */
export interface PreparedTask {
  readonly kind: ReportKind;
  readonly title: string;
  readonly periodKey: PeriodKey;
  readonly template: TemplateVersion;
  readonly audience: TaskAudience;
  readonly organizations: readonly AskedOrganization[];
  readonly due: Due;
  readonly basis: string | null;
  readonly requirement: string | null;
  readonly document: KnownDocument | null;
  /** Organisations whose feedback to the paper was accepted already, with the receipt: nothing is left to ask of them. */
  readonly answered: ReadonlyMap<Id, string>;
  readonly findings: readonly DoubleDemand[];
}

const TITLE_LIMIT = 200;
const BASIS_LIMIT = 500;
const REQUIREMENT_LIMIT = 5000;

/**
 * What a task would be, or the closest reason why it cannot be: PERIOD_INVALID, PERIOD_KIND_MISMATCH,
 * TASK_KIND_SPONTANEOUS, TASK_FORM, TASK_AUDIENCE_FORM, TEMPLATE_VERSION_GONE, TEMPLATE_KIND_MISMATCH, DUE_REQUIRED,
 * DUE_PAST, DOCUMENT_NOT_ISSUED, PAPER_ANSWERED. A plan brings the due date that its rule gives, and asks whom its
 * audience means by then.
 */
export async function prepareTask(
  tx: ReadTransaction,
  now: Date,
  demand: TaskDemand,
  ruled: Due | null = null,
): Promise<PreparedTask> {
  const { kind, periodKey, audience } = demand;
  if (isSpontaneous(kind)) throw reportTaskError('TASK_KIND_SPONTANEOUS', { kindName: REPORT_KIND_NAMES[kind] });
  assertPeriodOfKind(kind, periodKey);
  const words = taskWords(demand);
  const template = await templateFor(tx, demand);
  const organizations = await (ruled === null ? resolveAudience(tx, audience) : meantToday(tx, audience));
  const time = await workingTimeOf(tx, 'reports');
  const due = ruled ?? dueOf(kind, demand.dueOn ?? null, { periodKey, now, time });
  const document = await bearingDocument(tx, demand.documentId ?? null);
  const ids = organizations.map(({ organizationId }) => organizationId);
  const answered = await answersTo(tx, kind, document, ids);
  const waitedFor = ids.filter((id) => !answered.has(id));
  if (waitedFor.length === 0) throw reportTaskError('PAPER_ANSWERED');
  const findings = doubleDemands(template.fields, await overlappingTasks(tx, periodKey, waitedFor));
  return { ...words, kind, periodKey, template, audience, organizations, due, document, answered, findings };
}

/** Throws TASK_FORM. */
export function taskWords(
  { title, basis, requirement }: Pick<TaskDemand, 'title' | 'basis' | 'requirement'>,
  titleLimit = TITLE_LIMIT,
): Pick<PreparedTask, 'title' | 'basis' | 'requirement'> {
  const clean = normalizeNote('任务名称', title, titleLimit);
  if (clean === null || clean.length < 2) {
    throw reportTaskError('TASK_FORM', { problem: `任务名称须有 2 至 ${titleLimit} 字` });
  }
  return {
    title: clean,
    basis: normalizeNote('依据', basis, BASIS_LIMIT),
    requirement: normalizeNote('报送要求', requirement, REQUIREMENT_LIMIT),
  };
}

async function templateFor(
  tx: ReadTransaction,
  { templateId, templateVersion, kind }: TaskDemand,
): Promise<TemplateVersion> {
  const template = await templateVersionOf(tx, templateId, templateVersion);
  if (template === null || template.retiredAt !== null || template.currentNumber !== templateVersion) {
    throw reportTaskError('TEMPLATE_VERSION_GONE', { current: template?.currentNumber, given: templateVersion });
  }
  assertTemplateFits(template, kind);
  return template;
}

/** Throws TEMPLATE_KIND_MISMATCH. */
export function assertTemplateFits(template: Pick<TemplateVersion, 'kind'>, kind: ReportKind): void {
  if (template.kind === kind) return;
  const names = { templateKindName: REPORT_KIND_NAMES[template.kind], kindName: REPORT_KIND_NAMES[kind] };
  throw reportTaskError('TEMPLATE_KIND_MISMATCH', names);
}

/** Throws TASK_AUDIENCE_FORM for an audience that names somebody unknown, or nobody. */
export async function resolveAudience(
  tx: ReadTransaction,
  audience: TaskAudience,
): Promise<readonly AskedOrganization[]> {
  assertTaskAudience(audience);
  const unknown = await unknownInAudience(tx, 'reports', audience);
  if (unknown.groups > 0) throw reportTaskError('TASK_AUDIENCE_FORM', { problem: '有分组不存在' });
  if (unknown.organizations > 0) throw reportTaskError('TASK_AUDIENCE_FORM', { problem: '有党组织不存在或已撤销' });
  return meantToday(tx, audience);
}

/** Whom an audience means today; who is gone is left out. Throws TASK_AUDIENCE_FORM for nobody. */
async function meantToday(tx: ReadTransaction, audience: TaskAudience): Promise<readonly AskedOrganization[]> {
  const organizations = await askedOrganizations(tx, audience);
  if (organizations.length === 0) throw reportTaskError('TASK_AUDIENCE_FORM', { problem: '所列范围内没有党组织' });
  return organizations;
}

async function bearingDocument(tx: ReadTransaction, documentId: Id | null): Promise<KnownDocument | null> {
  if (documentId === null) return null;
  const document = await knownDocument(tx, documentId);
  if (document === null) throw reportTaskError('DOCUMENT_NOT_ISSUED', { documentId });
  return document;
}

async function answersTo(
  tx: ReadTransaction,
  kind: ReportKind,
  document: KnownDocument | null,
  organizationIds: readonly Id[],
): Promise<ReadonlyMap<Id, string>> {
  if (document === null || !endsWithPaper({ kind, documentId: document.documentId })) return new Map();
  return answeredBy(tx, document.documentId, organizationIds);
}
