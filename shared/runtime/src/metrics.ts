import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Counter, Gauge, Histogram, Registry } from 'prom-client';

export type { Gauge };

type Prometheus = typeof import('prom-client');

export interface MetricDescription {
  readonly name: string;
  readonly help: string;
  /** Closed sets only: every combination of values is a series that stays in memory for ever. */
  readonly labels?: readonly string[];
}

/** Answers quick enough to be felt, to those nobody waits for. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** The numbers of one process: its own (memory, CPU, event-loop lag, handles) and those its parts add. */
export class Metrics {
  readonly #registry: Registry;

  constructor(private readonly prometheus: Prometheus) {
    this.#registry = new prometheus.Registry();
    prometheus.collectDefaultMetrics({ register: this.#registry });
  }

  counter({ name, help, labels = [] }: MetricDescription): Counter {
    return new this.prometheus.Counter({ name, help, labelNames: [...labels], registers: [this.#registry] });
  }

  /** Of times in seconds. */
  histogram({ name, help, labels = [] }: MetricDescription): Histogram {
    const options = { name, help, labelNames: [...labels], buckets: SECONDS };
    return new this.prometheus.Histogram({ ...options, registers: [this.#registry] });
  }

  /** `read` is asked at each scrape; without it the gauge is set. */
  gauge({ name, help, labels = [] }: MetricDescription, read?: (gauge: Gauge) => void | Promise<void>): Gauge {
    const collect = read && (() => read(gauge));
    const options = { name, help, labelNames: [...labels], registers: [this.#registry] };
    const gauge: Gauge = new this.prometheus.Gauge(collect ? { ...options, collect } : options);
    return gauge;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }
}

/** The library is loaded here and not before: a process that is not measured does not carry it. */
export async function openMetrics(): Promise<Metrics> {
  return new Metrics(await import('prom-client'));
}

export interface MetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

/** `GET /metrics` on a port of its own, which the public does not reach. */
export async function serveMetrics(metrics: Metrics, port: number, host: string): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await listen(server, port, host);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
}
