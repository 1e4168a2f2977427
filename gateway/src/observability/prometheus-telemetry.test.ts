import { openMetrics } from '@hub/runtime';

import { prometheusTelemetry } from './prometheus-telemetry';

test('what happened can be read from the metrics', async () => {
  const metrics = await openMetrics();
  const telemetry = prometheusTelemetry(metrics);
  telemetry.operationDone({ name: 'Inbox', kind: 'query', outcome: 'partial', ms: 30 });
  telemetry.operationDone({ name: null, kind: 'unknown', outcome: 'refused', ms: 1 });
  telemetry.subgraphCallDone({ subgraph: 'dues', kind: 'query', outcome: 'timeout', ms: 30_000 });
  telemetry.subgraphRetried('dues');
  telemetry.breakerChanged('dues', 'open');
  telemetry.planAsked(true);
  telemetry.planCacheSized({ entries: 3, bytes: 999 });
  telemetry.refused('address');
  telemetry.subscriptionsChanged(1);
  telemetry.subscriptionsChanged(1);
  telemetry.subscriptionsChanged(-1);
  const lines = (await metrics.text()).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'hub_operation_seconds_bucket{le="0.025",operation="Inbox",kind="query",outcome="partial"} 0',
      'hub_operation_seconds_bucket{le="0.05",operation="Inbox",kind="query",outcome="partial"} 1',
      'hub_operation_seconds_count{operation="other",kind="unknown",outcome="refused"} 1',
      'hub_subgraph_call_seconds_sum{subgraph="dues",kind="query",outcome="timeout"} 30',
      'hub_subgraph_retries_total{subgraph="dues"} 1',
      'hub_subgraph_breaker{subgraph="dues"} 2',
      'hub_plan_cache_requests_total{found="yes"} 1',
      'hub_plan_cache_entries 3',
      'hub_plan_cache_bytes 999',
      'hub_requests_refused_total{limit="address"} 1',
      'hub_subscriptions_open 1',
    ]),
  );
});

test('the number of series has an end, whatever the names', async () => {
  const metrics = await openMetrics();
  const telemetry = prometheusTelemetry(metrics);
  for (let number = 0; number < 2000; number += 1) {
    telemetry.operationDone({ name: `Q${number}`, kind: 'query', outcome: 'ok', ms: 1 });
  }
  const counts = (await metrics.text()).match(/^hub_operation_seconds_count.*$/gm) ?? [];
  expect(counts).toHaveLength(501);
  expect(counts).toContain('hub_operation_seconds_count{operation="other",kind="query",outcome="ok"} 1500');
});
