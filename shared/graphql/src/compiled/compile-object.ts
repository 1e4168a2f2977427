import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';

import type { CompileSelections, Complete } from './compiled.type';
import type { Field } from './field';
import { inspect, type Path } from './graphql-js';
import { infoOf } from './info';
import { isPromise } from './promises';

/** Selections of a type are compiled when the first object of it is met: most types of an abstract one never are. */
export function compileObject(field: Field, type: GraphQLObjectType, compileSelections: CompileSelections): Complete {
  let runFields: ReturnType<CompileSelections> | undefined;
  const complete: Complete = (run, path, value) => {
    runFields ??= compileSelections(field, type);
    return runFields(run, value, path);
  };
  return type.isTypeOf ? guarded(field, type, complete) : complete;
}

function guarded(field: Field, type: GraphQLObjectType, complete: Complete): Complete {
  const refuse = (value: unknown): never => {
    const nodes = [...field.nodes];
    throw new GraphQLError(`Expected value of type "${type.name}" but got: ${inspect(value)}.`, { nodes });
  };
  return (run, path, value) => {
    const matches = type.isTypeOf?.(value, run.context, infoOf(field, run, fieldPath(path)));
    if (isPromise(matches)) {
      return matches.then((settled) => (settled ? complete(run, path, value) : refuse(value)));
    }
    return matches ? complete(run, path, value) : refuse(value);
  };
}

export function compileAbstract(
  field: Field,
  type: GraphQLAbstractType,
  compileSelections: CompileSelections,
): Complete {
  const byName = new Map<unknown, Complete>();
  const completeNamed = (name: unknown, schema: GraphQLSchema, value: unknown): Complete => {
    const known = byName.get(name);
    if (known) return known;
    const complete = compileObject(field, runtimeTypeOf(name, field, type, schema, value), compileSelections);
    byName.set(name, complete);
    return complete;
  };
  const resolveType = type.resolveType ?? defaultTypeResolver;
  return (run, path, value) => {
    const { schema } = run.frame;
    const complete = (name: unknown) => completeNamed(name, schema, value)(run, path, value);
    const name: unknown = resolveType(value, run.context, infoOf(field, run, fieldPath(path)), type);
    return isPromise(name) ? name.then(complete) : complete(name);
  };
}

/** The object type that was named, or the reference's words for why it is none. */
function runtimeTypeOf(
  name: unknown,
  { nodes: fieldNodes, parentType, definition }: Field,
  type: GraphQLAbstractType,
  schema: GraphQLSchema,
  value: unknown,
): GraphQLObjectType {
  const nodes = [...fieldNodes];
  const must = `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${parentType.name}.${definition.name}"`;
  if (name === null || name === undefined) {
    const either = `Either the "${type.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`;
    throw new GraphQLError(`${must}. ${either}`, { nodes });
  }
  if (isObjectType(name)) {
    throw new GraphQLError(
      'Support for returning GraphQLObjectType from resolveType was removed in graphql-js@16.0.0 please return type name instead.',
    );
  }
  if (typeof name !== 'string') {
    throw new GraphQLError(`${must} with value ${inspect(value)}, received "${inspect(name)}".`);
  }
  const named = schema.getType(name);
  if (!named) {
    const message = `Abstract type "${type.name}" was resolved to a type "${name}" that does not exist inside the schema.`;
    throw new GraphQLError(message, { nodes });
  }
  if (!isObjectType(named)) {
    throw new GraphQLError(`Abstract type "${type.name}" was resolved to a non-object type "${name}".`, { nodes });
  }
  if (!schema.isSubType(type, named)) {
    throw new GraphQLError(`Runtime Object type "${named.name}" is not a possible type for "${type.name}".`, { nodes });
  }
  return named;
}

/** Items of a list have places of their own; resolvers are told the place of the field. */
function fieldPath(path: Path): Path {
  let place = path;
  while (place.typename === undefined && place.prev !== undefined) place = place.prev;
  return place;
}
