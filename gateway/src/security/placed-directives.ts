import {
  type ConstDirectiveNode,
  type DocumentNode,
  isTypeDefinitionNode,
  Kind,
  type TypeDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';

/** A directive of the supergraph, and where it stands. */
export interface PlacedDirective {
  /** `Type`, `Type.field` or `Type.field(argument:)`. */
  readonly coordinate: string;
  /** Its own name, also where a link that did not import it prefixes it. */
  readonly name: string;
  readonly node: ConstDirectiveNode;
}

export function placedDirectives(supergraph: DocumentNode): PlacedDirective[] {
  return supergraph.definitions.filter(isTypeDefinitionNode).flatMap(ofType);
}

function ofType(type: TypeDefinitionNode): PlacedDirective[] {
  const { value: coordinate } = type.name;
  const fields = 'fields' in type ? (type.fields ?? []) : [];
  const below = fields.flatMap((field) => {
    const at = `${coordinate}.${field.name.value}`;
    const args = field.kind === Kind.FIELD_DEFINITION ? (field.arguments ?? []) : [];
    return [
      ...placed(at, field.directives),
      ...args.flatMap((arg) => placed(`${at}(${arg.name.value}:)`, arg.directives)),
    ];
  });
  return [...placed(coordinate, type.directives), ...below];
}

function placed(coordinate: string, directives: readonly ConstDirectiveNode[] = []): PlacedDirective[] {
  return directives.map((node) => ({ coordinate, name: node.name.value.split('__').at(-1) ?? '', node }));
}

export function argumentsOf({ arguments: given = [] }: ConstDirectiveNode): Readonly<Record<string, unknown>> {
  return Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}
