/** What a named actor of the system needs: privileges by table, in the words of a grant. */
type Work = Readonly<Record<string, readonly string[]>>;

/** Every act writes these, whoever acts. */
const KEPT = ['select', 'insert', 'update'];
const EVERY_ACT: Work = { outbox: ['insert'], audit: ['insert'], audit_head: KEPT };
/** A ledger whose entries are replaced by their sum. */
const FOLDED = ['select', 'insert', 'delete'];
const RELAY: Work = { outbox: ['select', 'update'] };
/** Both read what is parked; the second puts it back. */
const OUTBOX: Readonly<Record<string, Work>> = { 'outbox-relay': RELAY, 'outbox-replay': RELAY };
const TRAIL: Work = { audit: ['select'], audit_head: ['select'] };
const DIRECTORY: Work = {
  directory_unit: KEPT,
  directory_organization: KEPT,
  directory_group: KEPT,
  time_rules: KEPT,
};

const columns = (privilege: string, names: readonly string[]): string[] =>
  names.map((name) => `${privilege} (${name})`);

/** What comes next for a deadline, and how far its reminders have come. */
const REMINDER_STATE = ['next_step', 'next_reminder_at', 'planned_as', 'planned_for', 'reminded_at', 'reminder_level'];
const LEDGER: Work = {
  reminder: ['select', 'insert', ...columns('update', ['unit_id', 'state'])],
  deadline_move: ['select', 'insert', 'update (unit_id)'],
};

/** Sweeps of deadlines that are rows of their own. */
const REMINDERS: Work = {
  kept_deadline: ['select', ...columns('update', REMINDER_STATE)],
  deadline: ['select', ...columns('update', REMINDER_STATE)],
  ...LEDGER,
};
/** What a change of the calendar moves. */
const RECOUNTED: Work = {
  time_rules: ['select', ...columns('update', ['recounted_revision', 'recount_after'])],
  kept_deadline: columns('update', ['due_at', 'calendar_version']),
};
/** What an act writes that opens deadlines. */
const CLOCK = [
  'title',
  'organization_name',
  'owed_by',
  'urgency',
  'started_at',
  'due_at',
  'basis',
  'calendar_version',
  'known_since',
  'closed_at',
  'close_reason',
  'reminder_level',
  'reminded_at',
  'planned_as',
  'term',
];
/** How far a plan has come, and what holds it. */
const PLAN_COURSE = [
  'next_period',
  'next_opens_on',
  'held_since',
  'held_code',
  'held_reason',
  'tried_on',
  'updated_at',
  'version',
];
/** A merger, a dissolution, a term counted anew. */
const FOLLOWED: Work = {
  kept_deadline: columns('update', [
    'unit_id',
    'closed_at',
    'close_reason',
    'due_at',
    'calendar_version',
    'known_since',
  ]),
};

/** What the feedback to a paper settles: where a report stands, and nothing that a unit wrote. */
const MOVED_REPORT = [
  'committee_id',
  'report_id',
  'task_id',
  'kind',
  'title',
  'organization_id',
  'organization_name',
  'unit_id',
  'zone_id',
  'nature',
  'state',
  'due_at',
  'first_submitted_at',
  'return_count',
  'excellent_at',
  'updated_at',
  'version',
];
const SETTLED_REPORT = ['state', 'settled_at', 'settled_by_receipt', 'updated_at', 'version'];

const listener = (own: Readonly<Record<string, Work>> = {}) => ({
  'every act': EVERY_ACT,
  inspection: {},
  ...OUTBOX,
  'audit-trail': TRAIL,
  directory: DIRECTORY,
  calendar: { time_rules: ['select', 'update'] },
  ...own,
});

/** The named actors of each subgraph, and what they may do. Nothing else is granted to the system's side. */
export const SYSTEM_WORK: Readonly<Record<string, Readonly<Record<string, Work>>>> = {
  organization: {
    'every act': EVERY_ACT,
    inspection: {},
    ...OUTBOX,
    'audit-trail': TRAIL,
    'sign-in': {
      committee: ['select'],
      account: ['select', 'update'],
      post: ['select'],
      organization: ['select'],
      session: ['select', 'insert', 'update'],
      delegation: ['select'],
      used_password: ['select', 'insert', 'delete'],
      second_factor: ['select', 'insert', 'update', 'delete'],
    },
    calendar: RECOUNTED,
    'sign-in-log': { audit: ['select'] },
    'service-token': { service_token: ['select', 'update (last_used_at)'] },
    export: {
      registered_document: ['select'],
      export_log: ['select', 'insert', 'update'],
      export_grant: ['select', ...['state', 'used_at', 'export_id', 'version'].map((column) => `update (${column})`)],
    },
    notices: {
      organization: ['select'],
      account: ['select'],
      post: ['select'],
      delegation: ['select'],
      zone: ['select'],
      zone_unit: ['select'],
      standing_post: ['select'],
      duty_shift: ['select'],
      inbox_notice: ['select', 'insert', 'update (done_at)', 'update (done_by)'],
      notice_subject: ['select', 'insert', 'update (settled_at)'],
      notice: ['select', 'insert'],
      settled_notice: ['select', 'insert'],
      notice_preference: ['select'],
      notice_delivery: ['select', 'insert', 'update (state)', 'update (last_error)'],
      outside_lane: ['select', 'insert'],
    },
    'outside-delivery': {
      committee: ['select'],
      outside_lane: ['select', 'update'],
      notice: ['select'],
      inbox_notice: ['select'],
      notice_preference: ['select'],
      notice_delivery: [
        'select',
        ...['state', 'not_before', 'attempts', 'lease_until', 'interruptions', 'sent_at', 'last_error'].map(
          (column) => `update (${column})`,
        ),
      ],
    },
    'key-rotation': {
      committee: ['select'],
      notice_preference: ['select', 'update (address)', 'update (secret)'],
      second_factor: ['select', 'update'],
      member: ['select (committee_id)', 'select (member_id)', 'select (id_number)', 'update (id_number)'],
    },
    // Rows of a set are checked against the policy as they are inserted; groups are computed from what is there.
    seed: {
      committee: ['select', 'insert'],
      unit: ['select', 'insert'],
      unit_name: ['insert'],
      organization: ['select', 'insert'],
      section: ['insert'],
      term: ['insert'],
      zone: ['insert'],
      zone_unit: ['select', 'insert'],
      account: ['insert'],
      post: ['insert'],
      recipient_group: ['select', 'insert', 'update'],
      recipient_group_version: ['select', 'insert'],
      kept_deadline: ['select', 'insert', ...columns('update', CLOCK)],
    },
    reminders: { ...REMINDERS, time_rules: ['select'] },
  },
  dispatch: listener({
    directory: {
      ...DIRECTORY,
      receipt: [
        ...columns('select', ['recalled_at', 'version']),
        ...columns('update', ['unit_id', 'exempted_at', 'exempt_reason', 'version', 'updated_at']),
      ],
      ...Object.fromEntries(
        ['receipt_return', 'feedback', 'extension_request', 'attachment'].map((table) => [
          table,
          [...columns('select', ['committee_id', 'document_id', 'organization_id', 'unit_id']), 'update (unit_id)'],
        ]),
      ),
    },
    progress: { document_progress: ['select', 'insert', 'delete'] },
    calendar: {
      time_rules: ['select', 'update'],
      receipt: [
        ...columns('select', ['acknowledge_due_at', 'feedback_due_at', 'feedback_basis']),
        ...columns('update', ['acknowledge_due_at', 'feedback_due_at', 'calendar_version', 'updated_at']),
      ],
    },
    reminders: {
      receipt: [
        ...columns('select', [
          'committee_id',
          'document_id',
          'organization_id',
          'organization_name',
          'unit_id',
          'duty',
          'state',
          'delivered_at',
          'clock_started_at',
          'due_at',
          'calendar_version',
          'remind_at',
          ...REMINDER_STATE,
        ]),
        ...columns('update', REMINDER_STATE),
      ],
      document: columns('select', ['committee_id', 'document_id', 'title', 'urgency']),
      deadline: ['select', ...columns('update', REMINDER_STATE)],
      ...LEDGER,
    },
  }),
  reports: listener({
    directory: {
      ...DIRECTORY,
      ...FOLLOWED,
      fact_item: ['select', 'update'],
      ...Object.fromEntries(
        ['report_version', 'report_return', 'report_adoption', 'attachment', 'report_figure', 'report_text'].map(
          (table) => [table, [...columns('select', ['committee_id', 'report_id', 'unit_id']), 'update (unit_id)']],
        ),
      ),
      report: [
        ...columns('select', MOVED_REPORT),
        ...columns('update', ['unit_id', 'updated_at', 'state', 'exempted_at', 'exempt_reason', 'version']),
      ],
      report_task: columns('select', ['committee_id', 'task_id', 'state']),
      report_tally: ['insert'],
      deadline_move: ['select'],
    },
    facts: { directory_organization: ['select'], fact_item: KEPT },
    papers: {
      known_document: ['select', 'insert'],
      paper_answer: KEPT,
      report: [...columns('select', MOVED_REPORT), ...columns('update', SETTLED_REPORT)],
      report_tally: ['insert'],
      kept_deadline: ['select', ...columns('update', ['closed_at', 'close_reason'])],
      deadline_move: ['select'],
      report_task: [
        ...columns('select', ['committee_id', 'task_id', 'kind', 'document_id', 'due_at', 'state', 'version']),
        ...columns('update', ['state', 'paused_at', 'closed_at', 'close_reason', 'updated_at', 'version']),
      ],
    },
    calendar: {
      time_rules: ['select', 'update'],
      report: [
        ...columns('select', ['task_id', 'due_at', 'resubmit_due_at', 'first_submitted_at']),
        ...columns('update', ['due_at', 'resubmit_due_at', 'updated_at']),
      ],
      report_task: [
        ...columns('select', ['committee_id', 'task_id', 'due_at', 'due_basis', 'due_term']),
        ...columns('update', ['due_on', 'due_at', 'calendar_version', 'updated_at']),
      ],
    },
    plans: {
      report_plan: ['select', ...columns('update', PLAN_COURSE)],
      report_template: ['select'],
      report_template_version: ['select'],
      directory_unit: ['select'],
      directory_organization: ['select'],
      directory_group: ['select'],
      time_rules: ['select'],
      report_task: ['select', 'insert'],
      report: [...columns('select', ['committee_id', 'task_id', 'organization_id', 'unit_id', 'state']), 'insert'],
      report_tally: ['insert'],
      unit_burden: KEPT,
      kept_deadline: ['select', 'insert', ...columns('update', CLOCK)],
    },
    reminders: REMINDERS,
    tallies: { report_tally: FOLDED, report_sum: FOLDED },
  }),
  approvals: listener({ directory: { ...DIRECTORY, ...FOLLOWED }, reminders: REMINDERS }),
  dues: listener({ directory: { ...DIRECTORY, ...FOLLOWED }, reminders: REMINDERS }),
};
