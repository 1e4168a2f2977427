import type { Id, Role } from '@hub/core';
import { ROLES } from '@hub/core';
import { templateVersionOf } from '../../../subgraphs/reports/src/data/template.read-model';
import { STARTER_TEMPLATES } from '../../../subgraphs/reports/src/domain/starter-templates';
import type { TemplateField } from '../../../subgraphs/reports/src/domain/template-field';
import { adoptStarterTemplates } from '../../../subgraphs/reports/src/usecases/adopt-starter-templates';
import {
  type PublishReportTemplateInput,
  publishReportTemplate,
} from '../../../subgraphs/reports/src/usecases/publish-report-template';
import { retireReportTemplate } from '../../../subgraphs/reports/src/usecases/retire-report-template';
import { reviseReportTemplate } from '../../../subgraphs/reports/src/usecases/revise-report-template';
import { createTestWorld, personActor, serviceActor, someId, type TestWorld } from '../../support';
import { reasonOf } from '../dispatch/refusal';

let world: TestWorld;
let committeeId: Id;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['reports'] });
});

beforeEach(() => {
  committeeId = someId();
});

afterAll(async () => {
  await world.close();
  expect(world.faults).toEqual([]);
});

const as = (role: Role, idempotencyKey?: string) =>
  world.context('reports', personActor(role, { committeeId }), { idempotencyKey });
const clerk = () => as('OFFICE_CLERK');

const meetings: TemplateField = {
  key: 'meetings',
  label: '党员大会次数',
  type: 'NUMBER',
  origin: { by: 'ASKED' },
  required: true,
  min: 0,
};
const problems: TemplateField = {
  key: 'problems',
  label: '存在问题',
  type: 'TEXT',
  origin: { by: 'ASKED' },
  required: false,
};

const template = (change: Partial<PublishReportTemplateInput> = {}): PublishReportTemplateInput => ({
  name: '党建月报',
  kind: 'MONTHLY',
  signatureNeeded: true,
  fields: [meetings],
  minutes: 15,
  ...change,
});

const versionIn = (templateId: Id, number: number) =>
  world
    .context('reports', personActor('UNIT_CLERK', { committeeId }))
    .read((tx) => templateVersionOf(tx, templateId, number));

const rowOf = async (templateId: Id) => {
  const [row] = await world.database.query(
    'select current_number, retire_reason, version from reports.report_template where template_id = $1',
    [templateId],
  );
  return row;
};

const acts = async (): Promise<unknown[]> => {
  const rows = await world.database.query<{ action: string; after: unknown }>(
    'select action, after from reports.audit where committee_id = $1 order by at',
    [committeeId],
  );
  return rows.map(({ action, after }) => [action, after]);
};

const rowsOfCommittee = async (): Promise<number> => {
  const [row] = await world.database.query<{ rows: number }>(
    `select (select count(*) from reports.report_template where committee_id = $1)::int
          + (select count(*) from reports.report_template_version where committee_id = $1)::int
          + (select count(*) from reports.audit where committee_id = $1)::int as rows`,
    [committeeId],
  );
  return row?.rows ?? -1;
};

describe('publishing', () => {
  test('makes the first version, says who did it, and leaves an act', async () => {
    const templateId = await publishReportTemplate(clerk(), template({ note: ' 按实际召开填写 \n' }));
    expect(await versionIn(templateId, 1)).toEqual({
      templateId,
      number: 1,
      fields: [meetings],
      minutes: 15,
      note: '按实际召开填写',
      publishedAt: world.clock.now(),
      publishedByName: '测试OFFICE_CLERK',
      name: '党建月报',
      kind: 'MONTHLY',
      signatureNeeded: true,
      currentNumber: 1,
      retiredAt: null,
    });
    expect(await acts()).toEqual([
      ['publishReportTemplate', expect.objectContaining({ name: '党建月报', number: 1, keys: ['meetings'] })],
    ]);
  });

  test('is done once under one idempotency key', async () => {
    const once = as('OFFICE_CLERK', 'k-1');
    const templateId = await publishReportTemplate(once, template());
    expect(await publishReportTemplate(once, template())).toBe(templateId);
    expect(await rowsOfCommittee()).toBe(3);
  });

  test.each<[string, Partial<PublishReportTemplateInput>]>([
    ['TEMPLATE_NAME_INVALID', { name: '月' }],
    ['TEMPLATE_MINUTES_INVALID', { minutes: 0 }],
    ['TEMPLATE_FIELDS_INVALID', { fields: [] }],
    ['TEMPLATE_FIELDS_INVALID', { fields: [meetings, { ...problems, origin: { by: 'DERIVED', formula: 'eval(1)' } }] }],
    ['CONTROL_CHARACTERS', { note: '甲\u0000乙' }],
    ['TEXT_TOO_LONG', { note: '长'.repeat(501) }],
  ])('is refused with %s and writes nothing: %j', async (reason, change) => {
    expect(await reasonOf(publishReportTemplate(clerk(), template(change)))).toBe(reason);
    expect(await rowsOfCommittee()).toBe(0);
  });

  test('takes a name once among those in use, also at the same moment, and any number of times in other committees', async () => {
    const attempts = await Promise.allSettled([1, 2, 3].map(() => publishReportTemplate(clerk(), template())));
    const refused = attempts.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason.reason] : []));
    expect(refused).toEqual(['TEMPLATE_NAME_TAKEN', 'TEMPLATE_NAME_TAKEN']);
    expect(await rowsOfCommittee()).toBe(3);
    committeeId = someId();
    await publishReportTemplate(clerk(), template());
  });
});

describe('revising', () => {
  test('makes the next version and leaves the one before as it was', async () => {
    const templateId = await publishReportTemplate(clerk(), template());
    const before = await versionIn(templateId, 1);
    world.clock.advance(60_000);
    const revision = { templateId, expectedVersion: 1, fields: [meetings, problems], minutes: 20 };
    await reviseReportTemplate(as('OFFICE_CHECKER'), revision);
    expect(await versionIn(templateId, 1)).toEqual({ ...before, currentNumber: 2 });
    expect(await versionIn(templateId, 2)).toMatchObject({
      fields: [meetings, problems],
      minutes: 20,
      publishedByName: '测试OFFICE_CHECKER',
    });
    expect(await rowOf(templateId)).toEqual({ current_number: 2, retire_reason: null, version: 2 });
  });

  test('by two at once is done by one, and the other is told', async () => {
    const templateId = await publishReportTemplate(clerk(), template());
    const revise = (minutes: number) =>
      reviseReportTemplate(clerk(), { templateId, expectedVersion: 1, fields: [meetings], minutes });
    const attempts = await Promise.allSettled([revise(20), revise(30)]);
    const refused = attempts.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason.reason] : []));
    expect(refused).toEqual(['STALE_VERSION']);
    expect(await rowOf(templateId)).toMatchObject({ current_number: 2 });
  });

  test('is refused when nothing is new', async () => {
    const templateId = await publishReportTemplate(clerk(), template());
    const same = { templateId, expectedVersion: 1, fields: [{ ...meetings }], minutes: 15 };
    expect(await reasonOf(reviseReportTemplate(clerk(), same))).toBe('TEMPLATE_UNCHANGED');
    expect(await rowsOfCommittee()).toBe(3);
  });

  test('gives a key no other type than it had in any version', async () => {
    const templateId = await publishReportTemplate(clerk(), template());
    await reviseReportTemplate(clerk(), { templateId, expectedVersion: 1, fields: [problems], minutes: 15 });
    const back = (type: 'NUMBER' | 'TEXT') => {
      const { min: _, ...field } = meetings;
      return reviseReportTemplate(clerk(), {
        templateId,
        expectedVersion: 2,
        fields: [{ ...field, type }],
        minutes: 15,
      });
    };
    expect(await reasonOf(back('TEXT'))).toBe('TEMPLATE_FIELDS_INVALID');
    await back('NUMBER');
    expect(await rowOf(templateId)).toMatchObject({ current_number: 3 });
  });

  test('finds no template of another committee', async () => {
    const templateId = await publishReportTemplate(clerk(), template());
    committeeId = someId();
    const revision = { templateId, expectedVersion: 1, fields: [problems], minutes: 15 };
    expect(await reasonOf(reviseReportTemplate(clerk(), revision))).toBe('TEMPLATE_NOT_FOUND');
    expect(await versionIn(templateId, 1)).toBeNull();
  });
});

describe('retiring', () => {
  test('keeps the template for what runs, says why, and frees the name', async () => {
    const templateId = await publishReportTemplate(clerk(), template());
    await retireReportTemplate(clerk(), { templateId, expectedVersion: 1, reason: ' 合并到季报 ' });
    expect(await rowOf(templateId)).toEqual({ current_number: 1, retire_reason: '合并到季报', version: 2 });
    expect(await versionIn(templateId, 1)).toMatchObject({ retiredAt: world.clock.now() });
    await publishReportTemplate(clerk(), template());
  });

  test('ends it: it is neither revised nor retired again', async () => {
    const templateId = await publishReportTemplate(clerk(), template());
    await retireReportTemplate(clerk(), { templateId, expectedVersion: 1, reason: '合并' });
    const again = { templateId, expectedVersion: 2 };
    expect(await reasonOf(retireReportTemplate(clerk(), { ...again, reason: '合并' }))).toBe('TEMPLATE_RETIRED');
    const revision = { ...again, fields: [problems], minutes: 15 };
    expect(await reasonOf(reviseReportTemplate(clerk(), revision))).toBe('TEMPLATE_RETIRED');
  });

  test.each([
    ['TEMPLATE_REASON_REQUIRED', { reason: ' \n' }],
    ['STALE_VERSION', { expectedVersion: 7 }],
    ['TEMPLATE_NOT_FOUND', { templateId: someId() }],
  ])('is refused with %s', async (reason, change) => {
    const templateId = await publishReportTemplate(clerk(), template());
    const input = { templateId, expectedVersion: 1, reason: '合并', ...change };
    expect(await reasonOf(retireReportTemplate(clerk(), input))).toBe(reason);
    expect(await rowsOfCommittee()).toBe(3);
  });
});

describe('starter templates', () => {
  test('are taken into use once, and only where no other has the name', async () => {
    await publishReportTemplate(clerk(), template({ name: '党建信息', kind: 'INFORMATION' }));
    const adopted = await adoptStarterTemplates(clerk());
    expect(adopted).toHaveLength(STARTER_TEMPLATES.length - 1);
    expect(await adoptStarterTemplates(clerk())).toEqual([]);
    const [first] = adopted;
    const yearly = STARTER_TEMPLATES[0];
    expect(await versionIn(first as Id, 1)).toMatchObject({ name: yearly?.name, fields: yearly?.fields });
  });
});

const AUTHORS: readonly Role[] = ['OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK'];

test.each(ROLES.filter((role) => !AUTHORS.includes(role)))('%s makes, changes and retires none', async (role) => {
  const templateId = await publishReportTemplate(clerk(), template());
  const decision = { templateId, expectedVersion: 1 };
  const attempts = [
    publishReportTemplate(as(role), template({ name: '另一模板' })),
    reviseReportTemplate(as(role), { ...decision, fields: [problems], minutes: 15 }),
    retireReportTemplate(as(role), { ...decision, reason: '合并' }),
    adoptStarterTemplates(as(role)),
  ];
  for (const attempt of attempts) expect(await reasonOf(attempt)).toBe('ROLE_NOT_ALLOWED');
  expect(await rowsOfCommittee()).toBe(3);
});

describe('behind the graph', () => {
  const PUBLISH = `mutation ($input: PublishReportTemplateInput!) {
    publishReportTemplate(input: $input) { id name kind currentNumber version }
  }`;
  const READ = `query ($id: ID!, $number: Int) {
    reportTemplate(id: $id) {
      name
      content(number: $number) {
        number
        fields {
          key label type origin fact factName knownAs formula required decimals min max minFen maxFen measure options maxRows maxFiles
          columns { key label type required maxLength }
        }
      }
      versions { number }
    }
  }`;
  const LIST = `query ($filter: ReportTemplateFilter, $first: Int, $after: String) {
    reportTemplates(filter: $filter, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { id name }
    }
  }`;

  const person = (role: Role) => personActor(role, { committeeId });
  const input = {
    name: '综合表',
    kind: 'SPECIAL',
    signatureNeeded: false,
    minutes: 30,
    fields: [
      { key: 'a', label: '收入', type: 'MONEY', required: true, minFen: 0, maxFen: 100_000_000_000_000 },
      { key: 'b', label: '人数', type: 'NUMBER', min: 1, measure: '人' },
      { key: 'each', label: '人均', type: 'MONEY', origin: 'DERIVED', formula: ' a / b ' },
      { key: 'members', label: '党员总数', type: 'NUMBER', origin: 'PREFILLED', fact: 'members.total' },
      {
        key: 'visits',
        label: '走访',
        type: 'TABLE',
        maxRows: 5,
        columns: [{ key: 'place', label: '地点', type: 'TEXT', required: true, maxLength: 50 }],
      },
      { key: 'level', label: '级别', type: 'CHOICE', options: ['市级', '省级'] },
    ],
  };

  const publish = async (change: object = {}): Promise<Id> => {
    const answer = await world.graphql('reports', person('OFFICE_CLERK'), PUBLISH, { input: { ...input, ...change } });
    return (answer.data as { publishReportTemplate: { id: Id } }).publishReportTemplate.id;
  };

  test('a template comes back as it was made, money apart from numbers', async () => {
    const id = await publish();
    const { data, errors } = await world.graphql('reports', person('UNIT_CLERK'), READ, { id });
    expect(errors).toBeUndefined();
    const { content, versions } = (data as { reportTemplate: { content: { fields: object[] }; versions: object[] } })
      .reportTemplate;
    expect(versions).toEqual([{ number: 1 }]);
    const none = {
      fact: null,
      factName: null,
      knownAs: null,
      formula: null,
      decimals: null,
      min: null,
      max: null,
      minFen: null,
    };
    const nothing = {
      ...none,
      maxFen: null,
      measure: null,
      options: null,
      maxRows: null,
      maxFiles: null,
      columns: null,
    };
    expect(content.fields).toEqual([
      { ...nothing, key: 'a', label: '收入', type: 'MONEY', origin: 'ASKED', required: true, minFen: 0, maxFen: 1e14 },
      { ...nothing, key: 'b', label: '人数', type: 'NUMBER', origin: 'ASKED', required: false, min: 1, measure: '人' },
      { ...nothing, key: 'each', label: '人均', type: 'MONEY', origin: 'DERIVED', required: false, formula: 'a / b' },
      {
        ...nothing,
        key: 'members',
        label: '党员总数',
        type: 'NUMBER',
        origin: 'PREFILLED',
        required: false,
        fact: 'members.total',
        factName: '党员总数',
      },
      {
        ...nothing,
        key: 'visits',
        label: '走访',
        type: 'TABLE',
        origin: 'ASKED',
        required: false,
        maxRows: 5,
        columns: [{ key: 'place', label: '地点', type: 'TEXT', required: true, maxLength: 50 }],
      },
      {
        ...nothing,
        key: 'level',
        label: '级别',
        type: 'CHOICE',
        origin: 'ASKED',
        required: false,
        options: ['市级', '省级'],
      },
    ]);
  });

  test('what is asked for though the hub has it is told by its name, and so is all that it has', async () => {
    const id = await publish({ fields: [{ key: 'members', label: '现有党员人数', type: 'NUMBER' }] });
    const { data } = await world.graphql('reports', person('OFFICE_CLERK'), READ, { id });
    const [asked] = (data as { reportTemplate: { content: { fields: { knownAs: string }[] } } }).reportTemplate.content
      .fields;
    expect(asked?.knownAs).toBe('members.total');
    const facts = await world.graphql(
      'reports',
      person('OFFICE_CLERK'),
      '{ reportFacts { code name measure isMonthly } }',
    );
    expect((facts.data as { reportFacts: object[] }).reportFacts).toContainEqual({
      code: 'members.total',
      name: '党员总数',
      measure: '人',
      isMonthly: false,
    });
  });

  test('wrong fields are refused with every problem named', async () => {
    const fields = [
      { key: 'A', label: '甲', type: 'TEXT', options: ['一', '二'] },
      { key: 'sum', label: '合计', type: 'NUMBER', origin: 'DERIVED', formula: 'nothing + 1' },
      { key: 'known', label: '已知', type: 'NUMBER', origin: 'PREFILLED' },
    ];
    const answer = await world.graphql('reports', person('OFFICE_CLERK'), PUBLISH, { input: { ...input, fields } });
    const { code, reason, details } = answer.errors?.[0]?.extensions ?? {};
    expect([code, reason]).toEqual(['BAD_USER_INPUT', 'TEMPLATE_FIELDS_INVALID']);
    const found = (details as { problems: { key: string; reason: string }[] }).problems;
    expect(found.map((problem) => [problem.key, problem.reason])).toEqual([
      ['A', 'KEY_FORM'],
      ['A', 'SETTING_OF_OTHER_TYPE'],
      ['known', 'FACT_UNKNOWN'],
      ['sum', 'FORMULA_KEY'],
    ]);
  });

  test('a version that never was is refused by name, a template that is not there is null', async () => {
    const id = await publish();
    const answer = await world.graphql('reports', person('OFFICE_CLERK'), READ, { id, number: 2 });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', reason: 'TEMPLATE_VERSION_NOT_FOUND' });
    const absent = await world.graphql('reports', person('OFFICE_CLERK'), READ, { id: someId() });
    expect(absent).toEqual({ data: { reportTemplate: null } });
  });

  test('lists go page by page through those in use, or through all', async () => {
    const ids = [
      await publish({ name: '甲表' }),
      await publish({ name: '乙表' }),
      await publish({ name: '丙表', kind: 'YEARLY' }),
    ];
    await retireReportTemplate(clerk(), { templateId: ids[0] as Id, expectedVersion: 1, reason: '合并' });
    const list = async (variables: object) => {
      const { data } = await world.graphql('reports', person('UNIT_LEADER'), LIST, { ...variables });
      return (
        data as { reportTemplates: { totalCount: number; pageInfo: { endCursor: string }; nodes: { name: string }[] } }
      ).reportTemplates;
    };
    const names = async (filter: object) => (await list({ filter })).nodes.map(({ name }) => name);
    expect(await names({})).toEqual(['乙表', '丙表']);
    expect(await names({ includeRetired: true })).toEqual(['甲表', '乙表', '丙表']);
    expect(await names({ kind: 'YEARLY' })).toEqual(['丙表']);
    expect(await names({ updatedSince: '2020-10-15T23:00:00+08:00' })).toEqual([]);
    const first = await list({ first: 1 });
    expect([first.totalCount, first.nodes[0]?.name]).toEqual([2, '乙表']);
    const next = await list({ first: 1, after: first.pageInfo.endCursor });
    expect(next.nodes.map(({ name }) => name)).toEqual(['丙表']);
  });

  test.each<Role>(['UNIT_TREASURER', 'COMMITTEE_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'])(
    '%s has no business with them',
    async (role) => {
      const id = await publish();
      for (const query of [LIST, READ]) {
        const answer = await world.graphql('reports', person(role), query, { id });
        expect(answer.errors?.[0]?.extensions).toMatchObject({ reason: 'ROLE_NOT_ALLOWED' });
      }
    },
  );

  test('a program with a token of a subtree reads none', async () => {
    const id = await publish();
    const answer = await world.graphql('reports', serviceActor(committeeId, someId()), READ, { id });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ reason: 'PERSON_REQUIRED' });
  });
});
