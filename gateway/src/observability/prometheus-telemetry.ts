import type { Metrics } from '@hub/runtime';

import { NO_TELEMETRY, type Telemetry } from './telemetry';

/** More names than any manifest has; what is beyond them is `other`, so that the number of series has an end. */
const MOST_NAMES = 500;

const BREAKER_VALUES = { closed: 0, 'half-open': 1, open: 2 } as const;

/** Tells Prometheus. */
export function prometheusTelemetry(metrics: Metrics): Telemetry {
  const operations = metrics.histogram({
    name: 'hub_operation_seconds',
    help: 'Time of operations, by the name of their registered document.',
    labels: ['operation', 'kind', 'outcome'],
  });
  const calls = metrics.histogram({
    name: 'hub_subgraph_call_seconds',
    help: 'Time of subgraph calls, retries included.',
    labels: ['subgraph', 'kind', 'outcome'],
  });
  const retries = metrics.counter({
    name: 'hub_subgraph_retries_total',
    help: 'Queries asked once more after a hiccup.',
    labels: ['subgraph'],
  });
  const breaker = metrics.gauge({
    name: 'hub_subgraph_breaker',
    help: 'State of the breaker: 0 closed, 1 half-open, 2 open.',
    labels: ['subgraph'],
  });
  const plans = metrics.counter({
    name: 'hub_plan_cache_requests_total',
    help: 'Requests for the plan of an operation, by whether it was there.',
    labels: ['found'],
  });
  const planEntries = metrics.gauge({ name: 'hub_plan_cache_entries', help: 'Operations in the plan cache.' });
  const planBytes = metrics.gauge({ name: 'hub_plan_cache_bytes', help: 'Their size, as far as it can be told.' });
  const refused = metrics.counter({
    name: 'hub_requests_refused_total',
    help: 'Requests refused by a limit.',
    labels: ['limit'],
  });
  const subscriptions = metrics.gauge({ name: 'hub_subscriptions_open', help: 'Subscriptions that are open.' });
  const nameOf = boundedNames();
  return {
    ...NO_TELEMETRY,
    operationDone: ({ name, kind, outcome, ms }) =>
      operations.observe({ operation: nameOf(name), kind, outcome }, ms / 1000),
    subgraphCallDone: ({ subgraph, kind, outcome, ms }) => calls.observe({ subgraph, kind, outcome }, ms / 1000),
    subgraphRetried: (subgraph) => retries.inc({ subgraph }),
    breakerChanged: (subgraph, state) => breaker.set({ subgraph }, BREAKER_VALUES[state]),
    planAsked: (isKnown) => plans.inc({ found: isKnown ? 'yes' : 'no' }),
    planCacheSized: ({ entries, bytes }) => {
      planEntries.set(entries);
      planBytes.set(bytes);
    },
    refused: (limit) => refused.inc({ limit }),
    subscriptionsChanged: (by) => subscriptions.inc(by),
  };
}

function boundedNames(): (name: string | null) => string {
  const known = new Set<string>();
  return (name) => {
    if (name === null) return 'other';
    if (known.has(name)) return name;
    if (known.size >= MOST_NAMES) return 'other';
    known.add(name);
    return name;
  };
}
