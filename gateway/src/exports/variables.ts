import { Kind, type TypeNode, type VariableDefinitionNode } from 'graphql';

import { exportError } from './exports.errors';

export type Variables = Readonly<Record<string, unknown>>;

/** Scalars whose values are JSON numbers; other scalars of the graph, and enums, are written as text. */
const NUMBERS = new Set(['Int', 'Float', 'Fen']);
const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * The variables of a query string, typed as the document declares them: `?year=2026&states=ISSUED&states=ARCHIVED`.
 * Input objects are JSON text. A parameter without a text says nothing of its variable, unless that is a String.
 */
export function variablesOfSearch(
  parameters: URLSearchParams,
  definitions: readonly VariableDefinitionNode[],
): Variables {
  const types = new Map(definitions.map(({ variable, type }) => [variable.name.value, type]));
  const variables: Record<string, unknown> = {};
  for (const name of new Set(parameters.keys())) {
    const type = types.get(name);
    if (type === undefined) throw exportError('EXPORT_VARIABLE_UNKNOWN', { name });
    const value = variableValue(name, parameters.getAll(name), type);
    if (value !== undefined) variables[name] = value;
  }
  return variables;
}

/** The same names are refused in a body. */
export function checkNames(variables: Variables, definitions: readonly VariableDefinitionNode[]): Variables {
  const known = new Set(definitions.map(({ variable }) => variable.name.value));
  const unknown = Object.keys(variables).find((name) => !known.has(name));
  if (unknown !== undefined) throw exportError('EXPORT_VARIABLE_UNKNOWN', { name: unknown });
  return variables;
}

function variableValue(name: string, texts: readonly string[], type: TypeNode): unknown {
  if (type.kind === Kind.NON_NULL_TYPE) return variableValue(name, texts, type.type);
  if (type.kind === Kind.LIST_TYPE) {
    const values = texts.map((text) => variableValue(name, [text], type.type));
    return values.filter((value) => value !== undefined);
  }
  const [text = '', ...others] = texts;
  if (others.length > 0) throw exportError('EXPORT_VARIABLE_INVALID', { name });
  return scalarOf(name, text, type.name.value);
}

function scalarOf(name: string, text: string, type: string): unknown {
  if (text === '') return type === 'String' ? text : undefined;
  if (NUMBERS.has(type)) {
    if (!NUMBER.test(text)) throw exportError('EXPORT_VARIABLE_INVALID', { name });
    return Number(text);
  }
  if (type === 'Boolean') {
    if (text !== 'true' && text !== 'false') throw exportError('EXPORT_VARIABLE_INVALID', { name });
    return text === 'true';
  }
  return text.startsWith('{') && type !== 'String' ? jsonOf(name, text) : text;
}

function jsonOf(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw exportError('EXPORT_VARIABLE_INVALID', { name });
  }
}
