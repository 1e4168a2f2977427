import type { Given } from './call-arguments';
import type { Kind, Place, TargetKind } from './place';

/** Reminders are a unit's, the levels that wait the committee's. */
const DEADLINE = { other: 'committee', readAgenda: 'unit', answerReminder: 'unit' } as const;

/** What the verbs of each policy are asked about. A policy that is not here fails the matrix. */
const ASKED_ABOUT: Readonly<
  Record<string, TargetKind | { readonly other: TargetKind; readonly [verb: string]: TargetKind }>
> = {
  'organization.structure': { other: 'committee', reportMemberCounts: 'unit', setContactPoint: 'unit' },
  'organization.account': 'committee',
  'organization.calendar': 'committee',
  'organization.ladder': 'committee',
  'organization.deadline': DEADLINE,
  'reports.deadline': DEADLINE,
  'approvals.deadline': DEADLINE,
  'dues.deadline': DEADLINE,
  'dispatch.deadline': DEADLINE,
  'organization.delegation': { other: 'person', delegatePost: 'self' },
  'organization.member': 'unit',
  'organization.service': 'committee',
  'organization.trail': 'unit',
  'organization.inspection': 'committee',
  'organization.notice': {
    other: 'person',
    setNoticePreference: 'self',
    designateStanding: 'committee',
    readTold: 'committee',
    readStandings: 'committee',
  },
  'organization.exportGrant': { other: 'unit', requestExport: 'self' },
  'dispatch.document': {
    other: 'draft',
    read: 'unit',
    download: 'unit',
    list: 'committee',
    readHandling: 'committee',
    readProgress: 'committee',
    checkProgress: 'committee',
    watchProgress: 'committee',
  },
  'dispatch.receipt': 'unit',
  'dispatch.series': 'committee',
  'reports.report': 'unit',
  'reports.task': 'committee',
  'reports.template': 'committee',
  'approvals.request': 'unit',
  'dues.dues': 'unit',
};

export function targetKindOf(policy: string, verb: string): TargetKind {
  const kinds = ASKED_ABOUT[policy];
  if (kinds === undefined) throw new Error(`say in asked-about.ts what the verbs of ${policy} are asked about`);
  return typeof kinds === 'string' ? kinds : (kinds[verb] ?? kinds.other);
}

/** Lists, and by which id a place is found in them. Any other query is about one thing, or about no place. */
export const LISTS: Readonly<Record<string, Kind>> = {
  'Query.accounts': 'account',
  'Query.delegations': 'delegation',
  'Query.exportRecords': 'exportRecord',
  'Query.exportGrants': 'exportGrant',
  'Query.inspections': 'inspection',
  'Query.memberRows': 'member',
  'Query.notices': 'notice',
  'Query.members': 'member',
  'Query.recipientGroups': 'group',
  'Query.registeredDocuments': 'registration',
  'Query.serviceTokens': 'serviceToken',
  'Query.documents': 'document',
  'Query.documentRows': 'document',
  'Query.numberSeries': 'series',
  'Query.inbox': 'receipt',
  'Query.receiptRows': 'unit',
  'Query.receiptDetailRows': 'unit',
  'Query.receipts': 'receipt',
  'Query.adoptionRows': 'unit',
  'Query.reportRows': 'report',
  'Query.reportTasks': 'reportTask',
  'Query.reportPlans': 'reportPlan',
  'Query.reportTemplates': 'reportTemplate',
  'Query.requests': 'request',
  'Query.duesRows': 'unit',
};

/** What is a unit's own: no answer to anybody says the id of one that the verb does not reach for him. */
export const PRIVATE: readonly (readonly [Kind, policy: string, verb: string])[] = [
  ['receipt', 'dispatch.receipt', 'read'],
  ['document', 'dispatch.document', 'read'],
  ['attachment', 'dispatch.document', 'read'],
  ['member', 'organization.member', 'readMembers'],
  ['report', 'reports.report', 'read'],
  ['reportTask', 'reports.report', 'read'],
  ['reportImport', 'reports.report', 'save'],
  ['reportFile', 'reports.report', 'read'],
  ['reportPlan', 'reports.task', 'readPlan'],
  ['reportTemplate', 'reports.template', 'read'],
  ['request', 'approvals.request', 'read'],
  ['duesCharge', 'dues.dues', 'readCharges'],
];

/** Entities by the ids of their rows. */
export const ENTITIES: Readonly<Record<string, Kind>> = {
  Document: 'document',
  Attachment: 'attachment',
  NumberSeries: 'series',
  Receipt: 'receipt',
  ReportTask: 'reportTask',
  ReportPlan: 'reportPlan',
  ReportTemplate: 'reportTemplate',
  Report: 'report',
  ReportFile: 'reportFile',
  Request: 'request',
  DuesCharge: 'duesCharge',
  Member: 'member',
};

const file = {
  storageKey: 'ab/cd',
  fileName: '附件.pdf',
  mediaType: 'application/pdf',
  byteSize: 9,
  contentDigest: 'b'.repeat(64),
};

/** What some verbs must say beside the ids: the same operation means another one by it, or is refused earlier without. */
export const GIVEN: Readonly<Record<string, (place: Place) => Given>> = {
  'account.assignPost': () => ({ role: 'UNIT_CLERK' }),
  'account.assignWatcherPost': () => ({ role: 'AUDIT_ADMIN' }),
  'account.endWatcherPost': ({ ids }) => ({ postId: ids.watcherPost }),
  'structure.createOrganization': () => ({ kind: 'BRANCH' }),
  'member.registerMember': ({ ids, idNumber }) => ({ organizationId: ids.branch, idNumber }),
  'member.findMember': ({ idNumber }) => ({ idNumber }),
  'deadline.decideHigherLevel': ({ ids }) => ({ reminderIds: [ids.higherReminder] }),
  'document.attach Mutation.recordAttachment': ({ ids }) => ({
    ...file,
    purpose: 'dispatch.attachment',
    targetId: ids.document,
  }),
  'receipt.submitFeedback Mutation.recordAttachment': ({ ids }) => ({
    ...file,
    purpose: 'dispatch.feedback',
    targetId: ids.receipt,
  }),
  'report.read Query.workbookPlan': ({ ids }) => ({ kind: 'REPORT_TASKS', id: ids.reportTask }),
  'report.read Query.workbookPage': ({ ids }) => ({ kind: 'REPORT_TASKS', id: ids.reportTask, sheet: 'main' }),
  'report.read Query.paperPage': ({ ids }) => ({ kind: 'REPORT_TASKS', id: ids.reportTask }),
  'report.save Mutation.beginReportImport': ({ ids }) => ({ mark: `report-task ${ids.reportTask} 1` }),
  'report.save Mutation.importReportRecords': () => ({ records: [] }),
  'report.save Mutation.recordAttachment': ({ ids }) => ({
    ...file,
    purpose: 'reports.attachment',
    targetId: ids.report,
  }),
};

/** Where several verbs decide alike: whoever has one of them is let through. Elsewhere the arguments say which is meant. */
export const ALTERNATIVES: readonly string[] = ['Mutation.endAllPosts', 'Query.auditTrail'];

/** Doors that need what only another door gives: see the test of files. */
export const ELSEWHERE: readonly string[] = ['Query.authorizeDownload'];

/** Looking for somebody by his number leaves a trail, whoever is found. */
export const LEAVES_TRAIL: readonly string[] = ['Mutation.findMemberByIdNumber'];

/** Refusals that come after the policy has let somebody through, with why. */
export const AFTER_THE_POLICY: Readonly<Record<string, string>> = {
  IMPORT_OF_ANOTHER: 'an import is gone on with by whoever began it',
  REPORT_VERSION_NOT_FOUND: 'versions are looked for of a report that is in sight',
  REPORT_OF_PERIOD_NOT_FOUND: 'another period is looked for of a report that is in sight',
  DELEGATE_NOT_ELIGIBLE: 'a post is lent to somebody of the own unit who holds one',
};
