import type { GraphQLObjectType } from 'graphql';

import type { Field } from './field';
import type { Path } from './graphql-js';
import type { Run } from './run';

/**
 * Turns what a resolver gave into what the response holds; a promise where a part of it is waited for. Throws where a
 * failure goes on to the place around.
 */
export type Complete = (run: Run, path: Path, value: unknown) => unknown;

/** Runs all fields of an object. */
export type RunFields = (run: Run, source: unknown, path: Path | undefined) => unknown;

/** The fields that a field selects on objects of that type. */
export type CompileSelections = (field: Field, type: GraphQLObjectType) => RunFields;

/** A field that is the same for every object of its type: `__typename`. */
export interface ConstantField {
  readonly kind: 'constant';
  readonly value: string;
}

/** A field that asks a resolver. */
export interface ResolvedField {
  readonly kind: 'resolved';
  readonly run: (run: Run, source: unknown, parent: Path | undefined) => unknown;
}

/** A field that is a property of its object. */
export interface PropertyField {
  readonly kind: 'property';
  readonly name: string;
  /** Values that are their own completion, when the property holds a built-in scalar. */
  readonly asItIs: BuiltIn | null;
  readonly nullable: boolean;
  readonly run: (run: Run, source: unknown, parent: Path | undefined, property: unknown) => unknown;
}

export type BuiltIn = 'string' | 'boolean' | 'integer' | 'number';

export type CompiledField = ConstantField | ResolvedField | PropertyField;
