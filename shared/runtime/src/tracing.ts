import type { Context, Span, Tracer } from '@opentelemetry/api';

type Api = typeof import('@opentelemetry/api');

export interface TracingOptions {
  /** What this process is called in a trace. */
  readonly service: string;
  /** Base address of a collector that speaks OTLP over HTTP. */
  readonly endpoint: string;
}

export type TraceAttributes = Readonly<Record<string, string | number | boolean>>;

interface Tracing {
  readonly api: Api;
  readonly tracer: Tracer;
}

/** Of the whole process, as the standard has it: what is traced need not be handed the tracer through every room. */
let tracing: Tracing | null = null;

/** Starts tracing in this process; the libraries are loaded here and not before. Resolves to what stops it. */
export async function startTracing({ service, endpoint }: TracingOptions): Promise<() => Promise<void>> {
  const [api, { NodeTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  tracing = { api, tracer: provider.getTracer('hub') };
  return async () => {
    tracing = null;
    await provider.shutdown();
    api.trace.disable();
    api.context.disable();
    api.propagation.disable();
  };
}

/** Does `act` as one step of the trace; without tracing it does it and nothing else. */
export function traced<T>(name: string, attributes: TraceAttributes, act: () => Promise<T>): Promise<T> {
  return tracing === null ? act() : inSpan(tracing, name, attributes, act);
}

/** More about the step that is being done, known only while it is. */
export function describeTrace(name: string, attributes: TraceAttributes): void {
  const span = tracing?.api.trace.getActiveSpan();
  span?.updateName(name).setAttributes({ ...attributes });
}

/** W3C headers with which another process goes on with this trace. */
export function traceHeaders(): Record<string, string> {
  if (tracing === null) return NO_HEADERS;
  const headers: Record<string, string> = {};
  tracing.api.propagation.inject(tracing.api.context.active(), headers);
  return headers;
}

const NO_HEADERS: Record<string, string> = {};

/** Goes on with the trace that the headers of a call name. Only for callers that are known: strangers could name any. */
export function continueTrace<T>(headers: Readonly<Record<string, unknown>>, act: () => T): T {
  if (tracing === null) return act();
  const { context, propagation, ROOT_CONTEXT } = tracing.api;
  const parent: Context = propagation.extract(ROOT_CONTEXT, headers);
  return context.with(parent, act);
}

async function inSpan<T>(
  { api, tracer }: Tracing,
  name: string,
  attributes: TraceAttributes,
  act: () => Promise<T>,
): Promise<T> {
  return tracer.startActiveSpan(name, { attributes: { ...attributes } }, async (span: Span) => {
    try {
      return await act();
    } catch (error) {
      // The kind of fault only: messages may name what a trace should not.
      span.setStatus({ code: api.SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
      throw error;
    } finally {
      span.end();
    }
  });
}
