import type { FieldNode } from 'graphql';

import type { Denial } from '../../security/authorization';
import type { DataKeys } from '../data-keys';
import type { Shapes } from '../verbatim/shapes';
import type { Selections } from './collect-fields';

/** What an operation selects, and under which keys its fields stand in the collected data. */
export interface ProjectionSource {
  readonly selections: Selections;
  readonly keys: DataKeys;
  readonly shapes: Shapes;
  /** Fields that are null with an error, and never asked of a subgraph. */
  readonly denied: ReadonlyMap<FieldNode, Denial>;
}
