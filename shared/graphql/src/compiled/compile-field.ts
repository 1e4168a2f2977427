import {
  defaultFieldResolver,
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLNullableType,
  GraphQLString,
  getNullableType,
  isLeafType,
  isNonNullType,
  TypeNameMetaFieldDef,
} from 'graphql';

import { compileArguments } from './compile-arguments';
import { compileValue } from './compile-value';
import type {
  BuiltIn,
  CompiledField,
  CompileSelections,
  Complete,
  PropertyField,
  ResolvedField,
} from './compiled.type';
import type { Field } from './field';
import type { Path } from './graphql-js';
import { infoOf } from './info';
import { isPromise } from './promises';
import type { Run } from './run';

export function compileField(field: Field, compileSelections: CompileSelections): CompiledField {
  const { definition, parentType } = field;
  if (definition === TypeNameMetaFieldDef) return { kind: 'constant', value: parentType.name };
  const complete = compileValue(field, definition.type, compileSelections);
  const hasResolver = definition.resolve !== undefined && definition.resolve !== defaultFieldResolver;
  if (hasResolver || definition.args.length > 0) return { kind: 'resolved', run: compileResolved(field, complete) };
  const type = getNullableType(definition.type);
  return {
    kind: 'property',
    name: definition.name,
    asItIs: BUILT_IN.get(type) ?? null,
    nullable: type === definition.type,
    run: isLeafType(type) ? compileLeafProperty(field, complete) : compileProperty(field, complete),
  };
}

/** The built-in scalars give back such a value as it is. */
const BUILT_IN: ReadonlyMap<GraphQLNullableType, BuiltIn> = new Map<GraphQLNullableType, BuiltIn>([
  [GraphQLString, 'string'],
  [GraphQLID, 'string'],
  [GraphQLBoolean, 'boolean'],
  [GraphQLInt, 'integer'],
  [GraphQLFloat, 'number'],
]);

/** A field with a resolver, or with arguments that may be wrong. */
function compileResolved(field: Field, complete: Complete): ResolvedField['run'] {
  const readArguments = compileArguments(field);
  const resolve = field.definition.resolve ?? defaultFieldResolver;
  const finish = compileFinish(field, complete);
  const nullable = !isNonNullType(field.definition.type);
  return (run, source, parent) => {
    const path = pathOf(field, parent);
    try {
      const value: unknown = resolve(source, readArguments(run.variables), run.context, infoOf(field, run, path));
      return finish(run, path, value);
    } catch (raw) {
      return run.fail(raw, field, path, nullable);
    }
  };
}

/** A property that holds an object or a list. */
function compileProperty(field: Field, complete: Complete): PropertyField['run'] {
  const finish = compileFinish(field, complete);
  const nullable = !isNonNullType(field.definition.type);
  return (run, source, parent, property) => {
    const path = pathOf(field, parent);
    try {
      const value = typeof property === 'function' ? callMethod(property, source, field, run, path) : property;
      return finish(run, path, value);
    } catch (raw) {
      return run.fail(raw, field, path, nullable);
    }
  };
}

/** A property that holds a leaf. It needs its path only when it fails or waits. */
function compileLeafProperty(field: Field, complete: Complete): PropertyField['run'] {
  const slow = compileProperty(field, complete);
  const nullable = !isNonNullType(field.definition.type);
  return (run, source, parent, property) => {
    if (typeof property === 'function' || isPromise(property)) return slow(run, source, parent, property);
    try {
      const completed = complete(run, NOWHERE, property);
      if (!isPromise(completed)) return completed;
      return completed.then(undefined, (raw) => run.fail(raw, field, pathOf(field, parent), nullable));
    } catch (raw) {
      return run.fail(raw, field, pathOf(field, parent), nullable);
    }
  };
}

/** Leaves do not look at their path. */
const NOWHERE: Path = { prev: undefined, key: '', typename: undefined };

const pathOf = ({ key, parentType }: Field, parent: Path | undefined): Path => ({
  prev: parent,
  key,
  typename: parentType.name,
});

/** An object may answer with a method: it is given what a resolver is, but for the source. */
function callMethod(method: unknown, source: unknown, field: Field, run: Run, path: Path): unknown {
  return (method as (...given: unknown[]) => unknown).call(source, {}, run.context, infoOf(field, run, path));
}

/** Completes what a resolver gave, now or when it comes. */
function compileFinish(field: Field, complete: Complete): Complete {
  const nullable = !isNonNullType(field.definition.type);
  return (run, path, value) => {
    const completed = isPromise(value)
      ? value.then((settled) => complete(run, path, settled))
      : complete(run, path, value);
    if (!isPromise(completed)) return completed;
    return completed.then(undefined, (raw) => run.fail(raw, field, path, nullable));
  };
}
