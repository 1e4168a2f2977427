import type { ZodType, z } from 'zod';

/**
 * A hint between processes that something changed: ids, never contents, so that whoever hears it reads with its own
 * eyes. Unlike an event it may be lost; what must happen travels through the outbox.
 */
export interface SignalDefinition<Schema extends ZodType = ZodType> {
  /** `<subgraph>.<what changed>`, as in `dispatch.receipts-changed`. */
  readonly topic: string;
  readonly payload: Schema;
}

export type SignalPayload<D extends SignalDefinition> = z.output<D['payload']>;

export function defineSignal<Schema extends ZodType>(topic: string, payload: Schema): SignalDefinition<Schema> {
  return { topic, payload };
}
