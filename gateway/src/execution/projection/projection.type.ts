import type { FieldErrors } from '../errors/field-errors';
import type { DataObject } from '../json-data';
import { keptBytes } from '../kept-bytes';
import type { JsonWriter } from './json-writer';

/** Where the projection stands, and what it found wrong. */
export interface ProjectionState {
  /** Client path of the value being written; entries beyond the current depth are leftovers. */
  readonly path: (string | number)[];
  readonly errors: FieldErrors;
  readonly out: JsonWriter;
}

/**
 * How the writing of a value ended. `forbidden`: it is null where the type forbids that, so the parent must become null
 * (GraphQL spec §6.4.4) and take back what it wrote.
 */
export type Written = 'value' | 'null' | 'forbidden';

/** Writes one value at the given depth of the path. */
export type Write = (value: unknown, state: ProjectionState, depth: number) => Written;

export type WriteObject = (object: DataObject, state: ProjectionState, depth: number) => Written;

export const NULL = keptBytes('null');
