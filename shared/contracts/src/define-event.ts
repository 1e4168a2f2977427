import type { ZodType, z } from 'zod';

/**
 * An event that crosses subgraphs. Producer and consumer share this value, so the payload is checked with one schema
 * on both ends. A change of shape is a new version beside the old one, never an edit: rows of the old one may still wait.
 */
export interface EventDefinition<Name extends string = string, Schema extends ZodType = ZodType> {
  /** `<subgraph>.<noun>-<past participle>`: `organization.unit-changed`. */
  readonly name: Name;
  readonly version: number;
  readonly payload: Schema;
}

export type EventPayload<E extends EventDefinition> = z.infer<E['payload']>;

export function defineEvent<Name extends string, Schema extends ZodType>(
  name: Name,
  version: number,
  payload: Schema,
): EventDefinition<Name, Schema> {
  return { name, version, payload };
}
