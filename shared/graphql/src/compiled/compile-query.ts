import {
  type ExecutionResult,
  type FieldNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';

import { compileField } from './compile-field';
import { compileFields } from './compile-fields';
import type { CompiledField, CompileSelections, RunFields } from './compiled.type';
import { collectFields, collectSubfields } from './graphql-js';
import { isPromise } from './promises';
import { type Frame, Run } from './run';

export type RunQuery = (
  variables: Readonly<Record<string, unknown>>,
  context: unknown,
) => ExecutionResult | Promise<ExecutionResult>;

type FieldNodes = ReadonlyMap<string, readonly FieldNode[]>;

/** A query whose @skip and @include are settled by these values, as functions that call resolvers and build the answer. */
export function compileQuery(frame: Frame, conditions: Readonly<Record<string, boolean>>): RunQuery {
  const { schema, operation, fragments } = frame;
  const queryType = schema.getQueryType() as GraphQLObjectType;
  const compileSelections: CompileSelections = (field, type) =>
    compileType(type, collectSubfields(schema, fragments, conditions, type, field.nodes));

  const compileType = (type: GraphQLObjectType, nodesByKey: FieldNodes): RunFields => {
    const fields = new Map<string, CompiledField>();
    for (const [key, nodes] of nodesByKey) {
      const definition = definitionOf(type, queryType, nodes[0] as FieldNode);
      if (definition) fields.set(key, compileField({ key, parentType: type, definition, nodes }, compileSelections));
    }
    return compileFields(fields);
  };

  const runFields = compileType(
    queryType,
    collectFields(schema, fragments, conditions, queryType, operation.selectionSet),
  );
  return (variables, context) => {
    const run = new Run(frame, variables, context);
    const failed = (error: unknown): ExecutionResult => {
      run.addError(error as GraphQLError, undefined);
      return { errors: run.errors, data: null };
    };
    const answer = (data: unknown): ExecutionResult =>
      run.errors.length === 0
        ? { data: data as ExecutionResult['data'] }
        : { errors: run.errors, data: data as ExecutionResult['data'] };
    try {
      const data = runFields(run, undefined, undefined);
      return isPromise(data) ? data.then(answer, failed) : answer(data);
    } catch (error) {
      return failed(error);
    }
  };
}

function definitionOf(
  type: GraphQLObjectType,
  queryType: GraphQLObjectType,
  node: FieldNode,
): GraphQLField<unknown, unknown> | undefined {
  const name = node.name.value;
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (type === queryType && name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (type === queryType && name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return type.getFields()[name];
}
