/**
 * Tables that are not closed to administrators (三员), each with its reason. A table that is neither here nor closed fails the
 * contract, so that whoever adds one decides.
 */
const STRUCTURE = 'the structure is what administrators keep';
const PEOPLE = 'accounts and posts are what administrators keep';
const PROGRAMS = 'tokens, registered documents and the log of exports are what administrators keep';
const DIRECTORY = 'names of units and organisations, as organization tells them';
const CLOCKS = 'the calendar is what administrators keep, and clocks run for everybody';
const KERNEL: Readonly<Record<string, string>> = {
  outbox: 'nobody but the system reads it',
  processed_event: 'nobody but the system has access',
  idempotency_key: 'answers to the own account',
  audit: 'every act leaves its row; reading it is closed to them, and they are shown masked values',
  audit_head: 'lengths and seals of the trail, which every act continues',
};

const inEach = (schemas: readonly string[], tables: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    schemas.flatMap((schema) => Object.entries(tables).map(([table, why]) => [`${schema}.${table}`, why])),
  );

const LISTENERS = ['dispatch', 'reports', 'approvals', 'dues'];

export const OPEN_TO_ADMINISTRATORS: Readonly<Record<string, string>> = {
  ...inEach(['organization', ...LISTENERS], { ...KERNEL, time_rules: CLOCKS }),
  ...inEach(LISTENERS, { directory_unit: DIRECTORY, directory_organization: DIRECTORY, directory_group: DIRECTORY }),
  ...inEach(['organization'], {
    committee: STRUCTURE,
    unit: STRUCTURE,
    unit_name: STRUCTURE,
    organization: STRUCTURE,
    structure_event: STRUCTURE,
    section: STRUCTURE,
    term: STRUCTURE,
    zone: STRUCTURE,
    zone_unit: STRUCTURE,
    contact_point: STRUCTURE,
    recipient_group: STRUCTURE,
    recipient_group_version: STRUCTURE,
    account: PEOPLE,
    post: PEOPLE,
    session: PEOPLE,
    duty_roster: PEOPLE,
    duty_shift: PEOPLE,
    delegation: PEOPLE,
    inspection: PEOPLE,
    second_factor: PEOPLE,
    used_password: PEOPLE,
    standing_post: PEOPLE,
    kept_deadline: STRUCTURE,
    deadline_move: STRUCTURE,
    service_token: PROGRAMS,
    registered_document: PROGRAMS,
    export_log: PROGRAMS,
  }),
  'dispatch.number_series': 'the series are set up by the administrator',
};
