import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { ACCESS_TOKEN } from '@hub/gateway';
import { SignJWT } from 'jose';

import { createTestDatabase, personActor, someId, type TestDatabase } from '../../support';
import { type HubProcess, startGatewayProcess, startSubgraphProcess } from '../../support/hub-process';
import { type RedisServer, startRedis } from '../../support/redis';
import { TEST_KEYS } from '../../support/settings';
import { StubSubgraph } from '../../support/stub-subgraph';
import { type ReceivedSpan, TraceReceiver } from '../../support/trace-receiver';

const accessTokenKey = randomBytes(32);
const callerKey = randomBytes(32);
const actor = personActor('OFFICE_CLERK', { committeeId: someId() });

let database: TestDatabase;
let redis: RedisServer;
let organization: StubSubgraph;
let dues: HubProcess;
let gateway: HubProcess;
const receiver = new TraceReceiver();

/** Gateway and subgraph as they are deployed, each a process of its own; both send to the receiver. */
beforeAll(async () => {
  [database, redis] = await Promise.all([createTestDatabase(), startRedis(), receiver.listen()]);
  organization = await StubSubgraph.listen(() => ({ data: { sessionActor: JSON.stringify(actor) } }));
  const env = {
    ...TEST_KEYS,
    HUB_ACCESS_TOKEN_KEY: accessTokenKey.toString('hex'),
    HUB_CALLER_KEY: callerKey.toString('hex'),
    HUB_DRAIN_GRACE_MS: '0',
    HUB_REDIS_URL: redis.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
  };
  dues = await startSubgraphProcess('dues', { ...env, HUB_DATABASE_URL: database.urlFor('dues') });
  gateway = await startGatewayProcess({
    ...env,
    HUB_SUPERGRAPH: join(__dirname, '../../../gateway/supergraph.graphql'),
    HUB_SUBGRAPH_URLS: `organization=${organization.url},dues=${dues.url}/graphql`,
    HUB_DOCUMENTS: 'open',
  });
});

afterAll(async () => {
  for (const { child } of [dues, gateway]) if (child.exitCode === null) child.kill('SIGKILL');
  await Promise.all([organization.close(), receiver.close(), redis.stop()]);
  await database.drop();
});

const attributesOf = (span: ReceivedSpan | undefined) =>
  Object.fromEntries((span?.attributes ?? []).map(({ key, value }) => [key, Object.values(value)[0]]));

test('one request is one trace, from the gateway to the statements of the subgraph', async () => {
  const token = await new SignJWT({ sid: actor.sessionId })
    .setProtectedHeader({ alg: ACCESS_TOKEN.algorithm })
    .setIssuer(ACCESS_TOKEN.issuer)
    .setAudience(ACCESS_TOKEN.audience)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(accessTokenKey);
  const foreign = '4bf92f3577b34da6a3ce929d0e0e4736';
  const answer = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      traceparent: `00-${foreign}-00f067aa0ba902b7-01`,
    },
    body: JSON.stringify({
      query: 'query Rows($month: Date!) { duesRows(month: $month) { unitName } }',
      variables: { month: '2020-10-01' },
    }),
  });
  expect(await answer.json()).toEqual({ data: { duesRows: [] } });
  // Both ends send what they have when they end.
  await Promise.all([gateway.end('SIGTERM'), dues.end('SIGTERM')]);

  const operation = receiver.spans.find(({ name }) => name === 'graphql query') as ReceivedSpan;
  const trace = receiver.spans.filter(({ traceId }) => traceId === operation.traceId);
  const lineage = (span: ReceivedSpan | undefined): string[] =>
    span ? [...lineage(trace.find(({ spanId }) => spanId === span.parentSpanId)), `${span.service}: ${span.name}`] : [];
  const lineages = trace.map((span) => lineage(span).join(' > '));
  const inGateway = 'hub-gateway: http request > hub-gateway: graphql query';
  expect(lineages).toEqual(
    expect.arrayContaining([
      `${inGateway} > hub-gateway: plan`,
      `${inGateway} > hub-gateway: call dues`,
      `${inGateway} > hub-gateway: call dues > hub-dues-server: subgraph dues > hub-dues-server: read`,
    ]),
  );
  expect(attributesOf(operation)).toEqual({
    'hub.request_id': answer.headers.get('x-request-id'),
    'graphql.operation.type': 'query',
    'graphql.operation.name': 'Rows',
    'hub.refused': false,
    'hub.has_errors': false,
  });
  expect(attributesOf(trace.find(({ name }) => name === 'call dues'))).toEqual({
    'hub.subgraph': 'dues',
    'graphql.operation.type': 'query',
  });
  expect(operation.traceId).not.toBe(foreign);
  for (const secret of [token, '2020-10-01', 'unitName', actor.displayName])
    expect(receiver.text).not.toContain(secret);
});
