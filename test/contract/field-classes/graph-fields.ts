import type { DataLevel } from '@hub/core';
import { buildSubgraph } from '@hub/graphql';
import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  parse,
  type TypeNode,
} from 'graphql';

import { SUBGRAPHS } from '../../support';

export interface GraphField {
  readonly subgraph: string;
  /** `Member.phone`. */
  readonly name: string;
  readonly field: string;
  readonly type: string;
  readonly level: DataLevel;
  readonly isInput: boolean;
}

/** Every field of objects and inputs of every subgraph, with the level that stands in its SDL. */
export function graphFields(): GraphField[] {
  return SUBGRAPHS.flatMap(({ name: subgraph, graphql }) =>
    parse(buildSubgraph(graphql).sdl).definitions.flatMap((definition) =>
      fieldsOf(definition).map((field) => ({ subgraph, ...field })),
    ),
  );
}

function fieldsOf(definition: DefinitionNode): Omit<GraphField, 'subgraph'>[] {
  const isInput = definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION;
  if (!isInput && definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
  const fields: readonly (FieldDefinitionNode | InputValueDefinitionNode)[] = definition.fields ?? [];
  return fields.map(({ name, type, directives = [] }) => ({
    name: `${definition.name.value}.${name.value}`,
    field: name.value,
    type: namedType(type),
    level: levelOf(directives),
    isInput,
  }));
}

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

function levelOf(directives: readonly ConstDirectiveNode[]): DataLevel {
  const classified = directives.find(({ name }) => name.value === 'classified');
  const value = classified?.arguments?.find(({ name }) => name.value === 'level')?.value;
  if (!classified) return 2;
  if (value?.kind !== Kind.INT) throw new Error('a level is a number');
  return Number(value.value) as DataLevel;
}
