import type { FieldErrors } from '../errors/field-errors';

/** Where the projection stands, and what it found wrong. */
export interface ProjectionState {
  /** Client path of the value being written; entries beyond the current depth are leftovers. */
  readonly path: (string | number)[];
  readonly errors: FieldErrors;
}

/**
 * Writes the JSON text of one value at the given depth of the path. Undefined: the value is null where the type
 * forbids it, so the parent must become null (GraphQL spec §6.4.4).
 */
export type Write = (value: unknown, state: ProjectionState, depth: number) => string | undefined;

export const NULL = 'null';
