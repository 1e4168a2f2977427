import {
  type GraphQLLeafType,
  type GraphQLNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { compileList } from './compile-list';
import { compileAbstract, compileObject } from './compile-object';
import type { CompileSelections, Complete } from './compiled.type';
import type { Field } from './field';
import { inspect } from './graphql-js';

export function compileValue(field: Field, type: GraphQLOutputType, compileSelections: CompileSelections): Complete {
  if (!isNonNullType(type)) return compileNullable(field, type, compileSelections);
  const complete = compileNullable(field, type.ofType, compileSelections);
  const message = `Cannot return null for non-nullable field ${field.parentType.name}.${field.definition.name}.`;
  return (run, path, value) => {
    const completed = complete(run, path, value);
    if (completed === null) throw new Error(message);
    return completed;
  };
}

function compileNullable(field: Field, type: GraphQLNullableType, compileSelections: CompileSelections): Complete {
  const complete = compilePresent(field, type as GraphQLOutputType, compileSelections);
  return (run, path, value) => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'object' && value instanceof Error) throw value;
    return complete(run, path, value);
  };
}

function compilePresent(field: Field, type: GraphQLOutputType, compileSelections: CompileSelections): Complete {
  if (isListType(type)) {
    return compileList(field, type.ofType, compileValue(field, type.ofType, compileSelections));
  }
  if (isLeafType(type)) return compileLeaf(type);
  if (isAbstractType(type)) return compileAbstract(field, type, compileSelections);
  return compileObject(field, type as GraphQLObjectType, compileSelections);
}

function compileLeaf(type: GraphQLLeafType): Complete {
  return (_run, _path, value) => {
    const serialized: unknown = type.serialize(value);
    if (serialized !== null && serialized !== undefined) return serialized;
    throw new Error(
      `Expected \`${inspect(type)}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${inspect(serialized)}`,
    );
  };
}
