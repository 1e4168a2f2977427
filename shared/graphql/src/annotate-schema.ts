import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  parseConstValue,
  print,
  type TypeNode,
  visit,
} from 'graphql';

const ROOT_TYPES: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

/**
 * What holds for every subgraph alike, written into its SDL in one place: a root field needs somebody who signed in
 * unless it is public, and the nodes of a connection are as many as `first` says.
 */
export function annotateSchema(sdl: string, publicFields: readonly string[]): string {
  const annotated = visit(parse(sdl, { noLocation: true }), {
    ObjectTypeDefinition: (type) => ({
      ...type,
      fields: type.fields?.map((field) => ({
        ...field,
        directives: [...(field.directives ?? []), ...directivesFor(type, field, publicFields)],
      })),
    }),
  });
  return print(annotated);
}

function directivesFor(
  type: ObjectTypeDefinitionNode,
  field: FieldDefinitionNode,
  publicFields: readonly string[],
): ConstDirectiveNode[] {
  const isPublic = !ROOT_TYPES.has(type.name.value) || publicFields.includes(field.name.value);
  return [...(isPublic ? [] : [AUTHENTICATED]), ...(isConnection(field) ? [CONNECTION_SIZE] : [])];
}

/** One that says its size itself is left as it is. */
function isConnection({ type, arguments: given = [], directives }: FieldDefinitionNode): boolean {
  if (directives?.some(({ name }) => name.value === CONNECTION_SIZE.name.value)) return false;
  return namedType(type).endsWith('Connection') && given.some(({ name }) => name.value === 'first');
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** `assumedSize` is the page size where `first` is left out. */
const CONNECTION_SIZE = directive('listSize', {
  slicingArguments: '["first"]',
  sizedFields: '["nodes"]',
  assumedSize: '50',
  requireOneSlicingArgument: 'false',
});
const AUTHENTICATED = directive('authenticated', {});

function directive(name: string, values: Readonly<Record<string, string>>): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: name },
    arguments: Object.entries(values).map(([key, value]) => ({
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: key },
      value: parseConstValue(value, { noLocation: true }),
    })),
  };
}
