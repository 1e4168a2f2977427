import type { PersonActor } from '@hub/core';

import { createOrganizationWorld, type OrganizationWorld, type SeededUnit } from './organization-world';

// 催办规则: who is reminded when. The clock stands on 15 October 2020.

let o: OrganizationWorld;
let unit: SeededUnit;
let clerk: PersonActor;
let checker: PersonActor;

beforeAll(async () => {
  o = await createOrganizationWorld();
  unit = await o.unitAt(37);
  clerk = await o.personOf(unit);
  checker = await o.personOf(await o.unitAt(10), 'OFFICE_CHECKER');
});

afterEach(() => expect(o.world.faults).toEqual([]));

afterAll(() => o.world.close());

const FIELDS = `version inForce { obligation urgency appliesTo validFrom ofHouse steps { code level share } }
  ahead { obligation validFrom steps { code workdaysAfter addressees inWriting repeatDays } }
  quietHours { from to } exemptions { organization { id } obligation until reason }`;
const READ = `{ ladders { ${FIELDS} } }`;
const change = (verb: string) =>
  `mutation ($input: ${verb[0]?.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { ${FIELDS} } }`;

interface Seen {
  readonly version: number;
  readonly inForce: { obligation: string; appliesTo: string[]; ofHouse: boolean; steps: { code: string }[] }[];
  readonly ahead: object[];
  readonly exemptions: object[] | null;
}

const ladders = async (actor = o.admin): Promise<Seen> => (await o.ask<{ ladders: Seen }>(actor, READ)).ladders;

const changed = async (actor: PersonActor, verb: string, input: object): Promise<Seen> => {
  const { version: expectedVersion } = await ladders();
  const answer = await o.ask<Record<string, Seen>>(actor, change(verb), { input: { ...input, expectedVersion } });
  return answer[verb] as Seen;
};

const refused = async (actor: PersonActor, verb: string, input: object): Promise<unknown> => {
  const { version: expectedVersion } = await ladders();
  return o.refusal(actor, change(verb), { input: { expectedVersion, ...input } });
};

const steps = [
  { code: 'END', level: 0, share: 1, addressees: ['UNIT_DESK'] },
  { code: 'L4', level: 4, workdaysAfter: 3, addressees: ['UNIT_LEADER', 'SECRETARY'], inWriting: true, repeatDays: 7 },
];
const ladder = { obligation: 'FEEDBACK', validFrom: '2020-11-01', steps };

test('are those of the house until somebody changes them, and everybody reads them', async () => {
  const seen = await ladders(clerk);
  expect(seen).toMatchObject({ version: 0, ahead: [], quietHours: { from: '20:00', to: '08:00' }, exemptions: null });
  const signing = seen.inForce.filter(({ obligation }) => obligation === 'ACKNOWLEDGE');
  expect(signing.map(({ appliesTo, ofHouse }) => ({ appliesTo, ofHouse }))).toEqual([
    { appliesTo: ['ORDINARY', 'URGENT'], ofHouse: true },
    { appliesTo: ['EXTRA_URGENT'], ofHouse: true },
  ]);
  expect(new Set(seen.inForce.map(({ obligation }) => obligation)).size).toBe(8);
});

test('a change holds from its day on, is one revision, and is told as a whole', async () => {
  const before = await ladders();
  const after = await changed(o.admin, 'setLadder', ladder);
  expect(after).toMatchObject({
    version: before.version + 1,
    inForce: before.inForce,
    ahead: [
      {
        obligation: 'FEEDBACK',
        validFrom: '2020-11-01',
        steps: [
          { code: 'END', workdaysAfter: null, addressees: ['UNIT_DESK'], inWriting: false, repeatDays: null },
          {
            code: 'L4',
            workdaysAfter: 3,
            addressees: ['UNIT_LEADER', 'SECRETARY'],
            inWriting: true,
            repeatDays: 7,
          },
        ],
      },
    ],
  });
  expect(await o.lastEvent('organization.ladders-changed', o.committeeId)).toMatchObject({
    revision: after.version,
    content: { ladders: [{ obligation: 'FEEDBACK', urgency: null, steps: [{ code: 'END' }, { code: 'L4' }] }] },
  });
  o.world.clock.set('2020-11-02T09:00:00+08:00');
  const later = await ladders();
  o.world.clock.set('2020-10-15T09:00:00+08:00');
  expect(later.ahead).toEqual([]);
  expect(later.inForce.filter(({ obligation }) => obligation === 'FEEDBACK')).toMatchObject([
    { appliesTo: ['ORDINARY', 'URGENT', 'EXTRA_URGENT'], ofHouse: false, steps: [{ code: 'END' }, { code: 'L4' }] },
  ]);
});

test('what does not hold yet is taken back', async () => {
  await changed(o.admin, 'setLadder', { ...ladder, obligation: 'DUES', urgency: 'URGENT' });
  const key = { obligation: 'DUES', validFrom: ladder.validFrom };
  expect(await refused(o.admin, 'removeLadder', key)).toBe('LADDER_NOT_FOUND');
  const { ahead } = await changed(o.admin, 'removeLadder', { ...key, urgency: 'URGENT' });
  expect(ahead).toHaveLength(1);
});

test('quiet hours are set and given up', async () => {
  const hours = { from: '21:00', to: '07:30' };
  expect(await changed(o.admin, 'setQuietHours', { quietHours: hours })).toMatchObject({ quietHours: hours });
  expect(await changed(o.admin, 'setQuietHours', {})).toMatchObject({ quietHours: null });
});

test('the office spares a body with a reason, and the trail keeps it', async () => {
  const { organizationId } = unit;
  const exemption = { organizationId, obligation: 'REPORT', until: '2020-12-31', reason: '机构改革过渡期' };
  const seen = await changed(checker, 'exemptFromUrging', exemption);
  const { organizationId: _, ...shown } = exemption;
  expect(seen.exemptions).toEqual([{ organization: { id: organizationId }, ...shown }]);
  expect((await ladders(clerk)).exemptions).toBeNull();
  expect(await refused(checker, 'endExemption', { organizationId })).toBe('EXEMPTION_NOT_FOUND');
  const ended = await changed(checker, 'endExemption', { organizationId, obligation: 'REPORT' });
  expect(ended.exemptions).toEqual([]);
  const acts = await o.rows(
    `select action, before, after from organization.audit where object_type = 'ladders' and action like '%xempt%' order by id`,
  );
  expect(acts).toEqual([
    { action: 'exemptFromUrging', before: { exemption: null }, after: { exemption } },
    { action: 'endExemption', before: { exemption }, after: { exemption: null } },
  ]);
});

test.each([
  [
    'setLadder',
    'that goes back in time',
    { ...ladder, steps: [steps[0], { ...steps[0], code: 'X' }] },
    'LADDER_TIME_BACK',
  ],
  ['setLadder', 'from today', { ...ladder, validFrom: '2020-10-15' }, 'LADDER_NOT_AHEAD'],
  [
    'setLadder',
    'with a step at two times',
    { ...ladder, steps: [{ ...steps[0], workdaysAfter: 1 }] },
    'LADDER_STEP_TIME',
  ],
  [
    'setLadder',
    'with a step at no time',
    { ...ladder, steps: [{ code: 'X', level: 0, addressees: [] }] },
    'LADDER_STEP_TIME',
  ],
  ['setQuietHours', 'of the whole day', { quietHours: { from: '00:00', to: '24:00' } }, 'QUIET_HOURS_INVALID'],
  ['removeLadder', 'that is not there', { obligation: 'REPORT', validFrom: '2020-12-01' }, 'LADDER_NOT_FOUND'],
  ['setLadder', 'on an old version', { ...ladder, expectedVersion: 0 }, 'STALE_VERSION'],
])('%s %s is refused and leaves nothing', async (verb, _, input, reason) => {
  const before = await o.fingerprint();
  expect(await refused(o.admin, verb, input)).toBe(reason);
  expect(await o.fingerprint()).toBe(before);
});

test('nobody is spared who is not there', async () => {
  const exemption = { organizationId: o.world.ids.next(), reason: '机构改革过渡期' };
  expect(await refused(checker, 'exemptFromUrging', exemption)).toBe('ORGANIZATION_NOT_FOUND');
});

test('an obligation that no clock runs for is none', async () => {
  const { errors } = await o.world.graphql('organization', o.admin, change('setLadder'), {
    input: { ...ladder, obligation: 'LUNCH', expectedVersion: 0 },
  });
  expect(errors?.[0]?.message).toContain('LUNCH');
});

test.each(['setLadder', 'removeLadder', 'setQuietHours', 'exemptFromUrging', 'endExemption'])(
  '%s is for those who keep it',
  async (verb) => {
    const input = {
      setLadder: ladder,
      removeLadder: { obligation: 'DUES', validFrom: '2020-12-01' },
      setQuietHours: {},
      exemptFromUrging: { organizationId: unit.organizationId, reason: '机构改革过渡期' },
      endExemption: { organizationId: unit.organizationId },
    }[verb] as object;
    expect(await refused(clerk, verb, input)).toBe('ROLE_NOT_ALLOWED');
    const other = verb.includes('xempt') ? o.admin : checker;
    expect(await refused(other, verb, input)).toBe('ROLE_NOT_ALLOWED');
  },
);
