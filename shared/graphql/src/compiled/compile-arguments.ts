import {
  type ArgumentNode,
  type GraphQLArgument,
  getArgumentValues,
  isNonNullType,
  Kind,
  type ValueNode,
  valueFromAST,
  visit,
} from 'graphql';

import type { Field } from './field';

type Values = Record<string, unknown>;

/** The arguments of one call of a resolver: an object of its own, so that no resolver sees what another did to it. */
type ReadArguments = (variables: Readonly<Values>) => Values;

/** Puts one argument among the others; false: it is not as simple as it looked. */
type ReadArgument = (values: Values, variables: Readonly<Values>) => boolean;

/** Reads constants and whole variables directly and leaves all else, and every failure, to graphql-js. */
export function compileArguments({ definition, nodes }: Field): ReadArguments {
  const node = nodes[0];
  if (definition.args.length === 0 || node === undefined) return () => ({});
  const readAll = (variables: Readonly<Values>) => getArgumentValues(definition, node, variables);
  const readers = definition.args.map((argument) => compileArgument(argument, node.arguments ?? []));
  if (readers.includes(null)) return readAll;
  return (variables) => {
    const values: Values = {};
    for (const read of readers) {
      if (read?.(values, variables) === false) return readAll(variables);
    }
    return values;
  };
}

function compileArgument(argument: GraphQLArgument, given: readonly ArgumentNode[]): ReadArgument | null {
  const { name, defaultValue, type } = argument;
  const required = isNonNullType(type);
  const value = given.find((node) => node.name.value === name)?.value;
  const readDefault: ReadArgument = (values) => {
    if (defaultValue !== undefined) values[name] = defaultValue;
    return defaultValue !== undefined || !required;
  };
  if (value === undefined) return readDefault;
  if (value.kind !== Kind.VARIABLE) return compileConstant(argument, value);
  const variable = value.name.value;
  return (values, variables) => {
    if (!Object.hasOwn(variables, variable)) return readDefault(values, variables);
    const given = variables[variable];
    values[name] = given;
    return given !== undefined && !(required && given === null);
  };
}

/** null: an object, which a resolver could change; or a value with variables in it, or one that is wrong. */
function compileConstant({ name, type }: GraphQLArgument, node: ValueNode): ReadArgument | null {
  if (hasVariable(node)) return null;
  const value = valueFromAST(node, type);
  if (value === undefined || (typeof value === 'object' && value !== null)) return null;
  return (values) => {
    values[name] = value;
    return true;
  };
}

function hasVariable(node: ValueNode): boolean {
  let found = false;
  visit(node, {
    [Kind.VARIABLE]: () => {
      found = true;
    },
  });
  return found;
}
