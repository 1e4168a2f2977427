import type { DataKeys } from '../data-keys';
import type { Selections } from './collect-fields';

/** What an operation selects, and under which keys its fields stand in the collected data. */
export interface ProjectionSource {
  readonly selections: Selections;
  readonly keys: DataKeys;
}
