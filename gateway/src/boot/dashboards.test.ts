import { ManualClock } from '@hub/core';

import { CLERK } from '../../testing/harness';
import { rowsSchema } from '../../testing/rows-graph';
import type { CallSubgraph } from '../context';
import { hubDocuments } from '../documents';
import type { Supergraph } from '../supergraph';
import { checkedDoor, openDashboards } from './dashboards';

const BIND = 'mutation ($input: IssueServiceTokenInput!) { issueServiceToken(input: $input) { token } }';
const LATE = { id: 'late', name: 'Late', text: 'query Late { unit { id } }' };

test('what is forgotten of documents is forgotten by every graph at once', async () => {
  const documents = hubDocuments(new ManualClock('2026-11-20T09:00:00+08:00'));
  let registered: typeof LATE | null = null;
  const call: CallSubgraph = async (_, { query }) =>
    query === BIND ? { data: { issueServiceToken: { token: 't' } } } : { data: { trustedDocument: registered } };
  const door = checkedDoor(documents)(call, { publicSchema: rowsSchema } as Supergraph);
  const gate = openDashboards({ call, documents, mode: 'trusted', schema: () => rowsSchema }).documents;
  const bind = async () => {
    const request = { query: BIND, variables: { input: { documents: ['Late'] } }, operationName: null } as const;
    const context = { requestId: 'r', idempotencyKey: null, signal: new AbortController().signal };
    const actor = { ...CLERK, role: 'COMMITTEE_ADMIN' } as const;
    const { errors } = await door('organization', { ...request, kind: 'mutation' }, { ...context, actor });
    return errors?.[0]?.extensions?.reason ?? 'bound';
  };
  expect(await bind()).toBe('DOCUMENT_NOT_REGISTERED');
  registered = LATE;
  gate.forgetRegistered();
  expect(await bind()).toBe('bound');
});
