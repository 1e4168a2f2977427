import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type OperationTypeNode,
} from 'graphql';

export interface Operation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly name: string;
  readonly args: readonly GraphQLArgument[];
  /** The whole text, each argument a variable of its own name. */
  readonly text: string;
}

const DEPTH = 2;

/** Every query and mutation of the graph, or its other operations, asking for all that lies near. */
export function operationsOf(
  schema: GraphQLSchema,
  kinds: readonly Operation['kind'][] = ['query', 'mutation'],
): Operation[] {
  return kinds.flatMap((kind) =>
    Object.values(schema.getRootType(kind as OperationTypeNode)?.getFields() ?? {}).map((field) =>
      operationOf(kind, field),
    ),
  );
}

function operationOf(kind: Operation['kind'], { name, args, type }: GraphQLField<unknown, unknown>): Operation {
  const list = (parts: readonly string[]) => (parts.length === 0 ? '' : `(${parts.join(', ')})`);
  const variables = list(args.map((argument) => `$${argument.name}: ${variableType(argument)}`));
  const given = list(args.map((argument) => `${argument.name}: $${argument.name}`));
  return { kind, name, args, text: `${kind}${variables} { ${name}${given}${selection(type, DEPTH)} }` };
}

/** An argument with a default may be left out, so its variable may not be required. */
function variableType({ type, defaultValue }: GraphQLArgument): string {
  return defaultValue !== undefined && isNonNullType(type) ? type.ofType.toString() : type.toString();
}

function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (!isObjectType(named)) return ' { __typename }';
  const below = named.name.endsWith('Connection') ? depth : depth - 1;
  const fields = Object.values(named.getFields())
    .filter((field) => depth > 0 || isLeafType(getNamedType(field.type)))
    .filter((field) =>
      field.args.every((argument) => !isNonNullType(argument.type) || argument.defaultValue !== undefined),
    )
    .map((field) => field.name + selection(field.type, below));
  return ` { __typename ${fields.join(' ')} }`;
}
