import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  isTypeDefinitionNode,
  Kind,
  valueFromASTUntyped,
} from 'graphql';

/** `@listSize` of a field (IBM's cost specification). */
export interface ListSize {
  readonly assumedSize: number | null;
  readonly slicingArguments: readonly string[];
  readonly sizedFields: readonly string[];
}

/** What the supergraph says about costs, by coordinate: `Type`, `Type.field`, `Type.field(argument:)`. */
export interface CostTable {
  readonly weights: ReadonlyMap<string, number>;
  readonly listSizes: ReadonlyMap<string, ListSize>;
}

export function readCosts(supergraph: DocumentNode): CostTable {
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  const read = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    for (const directive of directives) {
      const values = argumentsOf(directive);
      if (isNamed(directive, 'cost')) weights.set(coordinate, Number(values.weight));
      if (isNamed(directive, 'listSize')) listSizes.set(coordinate, listSizeOf(values));
    }
  };
  for (const definition of supergraph.definitions) {
    if (!isTypeDefinitionNode(definition)) continue;
    read(definition.name.value, definition.directives);
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? []) {
      const coordinate = `${definition.name.value}.${field.name.value}`;
      read(coordinate, field.directives);
      if (field.kind !== Kind.FIELD_DEFINITION) continue;
      for (const argument of field.arguments ?? []) read(`${coordinate}(${argument.name.value}:)`, argument.directives);
    }
  }
  return { weights, listSizes };
}

/** By its own name, or prefixed by a link that did not import it. */
function isNamed({ name }: ConstDirectiveNode, wanted: string): boolean {
  return name.value === wanted || name.value.endsWith(`__${wanted}`);
}

function argumentsOf(directive: ConstDirectiveNode): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value as ConstValueNode)]),
  );
}

function listSizeOf({ assumedSize, slicingArguments, sizedFields }: Readonly<Record<string, unknown>>): ListSize {
  return {
    assumedSize: typeof assumedSize === 'number' ? assumedSize : null,
    slicingArguments: (slicingArguments as string[] | undefined) ?? [],
    sizedFields: (sizedFields as string[] | undefined) ?? [],
  };
}
