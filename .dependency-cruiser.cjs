/**
 * The arrows of ARCHITECTURE.md. Type-only imports count: a type is a dependency of whoever reads the code.
 * Tests may look at everything beside them, but keep to their own subgraph.
 */
const TEST = '\\.(test|long|fixture)\\.ts$|/testing/';

/** Rooms of a subgraph and what each may import of the others. */
const ROOMS = {
  domain: [],
  data: ['domain/'],
  usecases: ['domain/', 'data/', 'deps.ts'],
  jobs: ['usecases/', 'domain/', 'data/', 'deps.ts'],
};

/** Libraries that compute and do nothing else; a domain may stand on them. */
const PURE = ['diff'];

const inRoom = (room) => `^subgraphs/([^/]+)/src/${room}/`;

const roomRules = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `arrows-of-${room}`,
  comment: `${room}/ may import ${allowed.join(', ') || 'no other room'} of its subgraph.`,
  severity: 'error',
  from: { path: inRoom(room), pathNot: TEST },
  to: { path: '^subgraphs/$1/src/', pathNot: `^subgraphs/$1/src/(${[`${room}/`, ...allowed].join('|')})` },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'domain-is-pure',
      comment: 'Rules know nothing but each other, shared/core and what only computes: no I/O, no framework, no clock.',
      severity: 'error',
      from: { path: inRoom('domain'), pathNot: TEST },
      to: { pathNot: `^subgraphs/$1/src/domain/|^shared/core/|^node_modules/(${PURE.join('|')})/` },
    },
    {
      name: 'graphql-reads-through-read-models',
      comment: 'The wire calls use cases and read models, and names the rows it maps; repositories stay behind them.',
      severity: 'error',
      from: { path: inRoom('graphql'), pathNot: TEST },
      to: { path: '^subgraphs/$1/src/data/', pathNot: '\\.(read-model|entity)\\.ts$' },
    },
    {
      name: 'graphql-does-not-work-by-the-clock',
      severity: 'error',
      from: { path: inRoom('graphql'), pathNot: TEST },
      to: { path: '^subgraphs/$1/src/jobs/' },
    },
    {
      name: 'no-subgraph-imports-another',
      comment: 'Subgraphs meet in events (shared/contracts) and at the gateway.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'subgraphs-know-no-host',
      severity: 'error',
      from: { path: '^subgraphs/' },
      to: { path: '^(gateway|infra|test)/' },
    },
    {
      name: 'gateway-knows-the-graph-only',
      comment: 'The gateway has no database and no subgraph of its own.',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^(subgraphs|shared/(persistence|jobs)|infra|test)/' },
    },
    {
      name: 'core-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^shared/core/' },
      to: { path: '^(subgraphs|gateway|infra|test|shared)/', pathNot: '^shared/core/' },
    },
    {
      name: 'shared-knows-no-user-of-it',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(subgraphs|gateway|infra|test)/' },
    },
    {
      name: 'infra-knows-no-test',
      severity: 'error',
      from: { path: '^infra/', pathNot: TEST },
      to: { path: '^test/' },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { path: '^(subgraphs|gateway|infra|shared)/', pathNot: `${TEST}|^shared/testing/` },
      to: { path: '^shared/testing/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(shared/[^/]+|subgraphs/[^/]+|gateway|infra|test)/dist/' },
    webpackConfig: { fileName: 'infra/scripts/workspace-sources.cjs' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default'],
      mainFields: ['main'],
    },
  },
};
