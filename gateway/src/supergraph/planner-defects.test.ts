import { spawnSync } from 'node:child_process';
import type { QueryPlan } from '@graphql-hive/router-query-planner';
import { composeSupergraph } from './compose';
import { createPlanner } from './planner';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@external", "@shareable", "@interfaceObject"])';

const sdl = composeSupergraph([
  {
    name: 'a',
    url: 'http://a.test',
    sdl: `${LINK}
      type Query { people: [Person] media: [Media] }
      type Mutation { hire: Person }
      type Person @key(fields: "id") { id: ID! weight: Int name: String size(unit: Int): Int }
      interface Media @key(fields: "id") { id: ID! }
      type Film implements Media @key(fields: "id") { id: ID! minutes: Int }
      type Photo implements Media @key(fields: "id") { id: ID! }`,
  },
  {
    name: 'b',
    url: 'http://b.test',
    sdl: `${LINK}
      type Query { filmed: [Media] }
      type Mutation { fire: Person }
      type Person @key(fields: "id") {
        id: ID! weight: Int @external boss: Person freight: Int @requires(fields: "weight") rank: Int
        size(unit: Int): Int @external
        toll: Int @requires(fields: "size(unit: 1)") duty: Int @requires(fields: "size(unit: 2)")
      }
      type Media @interfaceObject @key(fields: "id") { id: ID! likes(min: Int): Int }`,
  },
  {
    name: 'c',
    url: 'http://c.test',
    sdl: `${LINK}
      type Query { box: Box }
      type Box { found: Person }
      type Person @key(fields: "id") { id: ID! }`,
  },
]);
const planner = createPlanner(sdl);
const plan = (operation: string): Promise<QueryPlan> => planner.plan(operation, new AbortController().signal, 100);

/**
 * What the executor works around. A test that fails after an upgrade means that a defect is gone: take the test away,
 * and then what was built against the defect.
 */
describe('defects of the planner', () => {
  it.each([
    ['introspection', '{ __schema { queryType { name } } }'],
    ['operations of which nothing is left', '{ people @skip(if: true) { id } }'],
    ['@requires below a field of the same subgraph', '{ people { boss { freight } } }'],
    ['more than about eighty levels', `{ people { ${'boss { '.repeat(90)}id${' }'.repeat(90)} } }`],
  ])('no plan for %s', async (_, operation) => {
    await expect(plan(operation)).rejects.toThrow();
  });

  it('mutation fields run beside the joins of the field before', async () => {
    const { node } = await plan('mutation { hire { rank } fire { name } }');
    expect(node).toMatchObject({
      kind: 'Sequence',
      nodes: [{ kind: 'Fetch' }, { kind: 'Parallel' }, { kind: 'Flatten' }],
    });
  });

  it('an alias over a key takes the place of the key', async () => {
    const { node } = await plan('{ people { id: name rank } }');
    expect(JSON.stringify(node)).toContain('"renameKeyTo":"id"');
  });

  it('fields that require one field with different arguments are both given the first below an entity call', async () => {
    const { node } = await plan('{ box { found { toll duty } } }');
    const text = JSON.stringify(node);
    expect(text).toContain('size(unit: 1) _internal_qp_alias_0: size(unit: 2)');
    expect(text).not.toContain('"name":"_internal_qp_alias_0"');
  });

  it('one response key with different arguments under two types of an interface object ends the process', () => {
    const script = `
      const { QueryPlanner } = require('@graphql-hive/router-query-planner');
      const operation = '{ media { ... on Film { likes(min: 1) } ... on Photo { likes(min: 2) } } }';
      new QueryPlanner(process.argv[1]).planAsync(operation, null, new Set(), 100).catch(() => undefined);
    `;
    const { signal } = spawnSync(process.execPath, ['-e', script, sdl], { cwd: __dirname });
    expect(signal).toBe('SIGABRT');
  });
});
