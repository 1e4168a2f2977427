import {
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  locatedError,
  type OperationDefinitionNode,
  responsePathAsArray,
} from 'graphql';

import type { Field } from './field';
import type { ObjMap, Path } from './graphql-js';

/** What is the same in every run of an operation. */
export interface Frame {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ObjMap<FragmentDefinitionNode>;
}

/** One run of a compiled query. */
export class Run {
  readonly errors: GraphQLError[] = [];
  /** Places that an error has made null. */
  private readonly nulled = new Set<Path | undefined>();

  constructor(
    readonly frame: Frame,
    readonly variables: Readonly<Record<string, unknown>>,
    readonly context: unknown,
  ) {}

  /** An error of a place that is already null, or is inside one, comes too late to be told. */
  addError(error: GraphQLError, path: Path | undefined): void {
    if (this.nulled.has(undefined)) return;
    for (let place = path; place !== undefined; place = place.prev) {
      if (this.nulled.has(place)) return;
    }
    this.nulled.add(path);
    this.errors.push(error);
  }

  /** The null of a failed place; where none may be, the failure goes on to the place around it. */
  fail(raw: unknown, field: Field, path: Path, nullable: boolean): null {
    const error = locatedError(raw, [...field.nodes], responsePathAsArray(path));
    if (!nullable) throw error;
    this.addError(error, path);
    return null;
  }
}
