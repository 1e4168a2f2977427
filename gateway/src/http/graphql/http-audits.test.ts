import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { serverAudits } from 'graphql-http';

import { Harness } from '../../../testing/harness';
import { createExecutor } from '../../execution';
import { loadSupergraph } from '../../supergraph';

// The public audits of "GraphQL over HTTP" against the gateway as it is, over the hub's own graph. They use
// introspection, so it is a gateway in development.

const SUPERGRAPH = readFileSync(join(__dirname, '..', '..', '..', 'supergraph.graphql'), 'utf8');

const hub = new Harness();
const audits = serverAudits({ url: () => `http://127.0.0.1:${hub.port}/graphql` });

beforeAll(() =>
  hub.start({
    executor: createExecutor({
      supergraph: loadSupergraph(SUPERGRAPH),
      callSubgraph: () => Promise.reject(new Error('no audit needs a subgraph')),
      introspection: true,
      onInternalError: (error) => {
        throw error;
      },
    }),
  }),
);
afterAll(() => hub.stop());

test('there are sixty-one of them', () => {
  expect(new Set(audits.map(({ id }) => id)).size).toBe(61);
});

test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s: %s', async (_id, _name, audit) => {
  const result = await audit.fn();
  expect(result).toMatchObject({ status: 'ok' });
});
