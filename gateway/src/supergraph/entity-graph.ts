import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';

/** The made-up subgraph that knows keys of entities and nothing else. Nobody is ever asked under this name. */
export const ENTITY_SUBGRAPH = 'hub-entities';
const GRAPH = 'HUB_ENTITIES';

export interface EntityRoot {
  /** Root field of the made-up subgraph that stands for any object of the type. */
  readonly rootField: string;
  /** Names of the fields that identify an object. */
  readonly key: readonly string[];
}

export interface EntityGraph {
  readonly sdl: string;
  readonly roots: ReadonlyMap<string, EntityRoot>;
}

/**
 * The supergraph with one more subgraph, in which every entity that requires something of other subgraphs is a root
 * field. What is selected on such an entity can then be planned alone, wherever in an operation it stands.
 */
export function buildEntityGraph(supergraph: DocumentNode): EntityGraph {
  const roots = new Map<string, EntityRoot>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || !requiresSomething(definition)) continue;
    const key = simpleKey(definition);
    if (key) roots.set(definition.name.value, { rootField: `hub_${definition.name.value}`, key });
  }
  const extended = visit(supergraph, {
    EnumTypeDefinition: (type) =>
      type.name.value === 'join__Graph' ? { ...type, values: [...(type.values ?? []), ...graphValues()] } : undefined,
    ObjectTypeDefinition: (type) => {
      if (type.name.value === queryName(supergraph)) return withRoots(type, roots);
      const root = roots.get(type.name.value);
      return root && withKey(type, root.key);
    },
  });
  return { sdl: print(extended), roots };
}

export function requirement(field: FieldDefinitionNode): boolean {
  return joins(field, 'join__field').some((directive) => argument(directive, 'requires') !== undefined);
}

function requiresSomething(type: ObjectTypeDefinitionNode): boolean {
  return type.fields?.some(requirement) ?? false;
}

/** The first key without nested selections, which the made-up subgraph would have to know the types of. */
function simpleKey(type: ObjectTypeDefinitionNode): readonly string[] | undefined {
  const keys = joins(type, 'join__type').flatMap((directive) => argument(directive, 'key') ?? []);
  return keys
    .find((key) => !key.includes('{'))
    ?.trim()
    .split(/[\s,]+/);
}

function queryName({ definitions }: DocumentNode): string {
  const schema = definitions.find((definition) => definition.kind === Kind.SCHEMA_DEFINITION);
  return schema?.operationTypes.find(({ operation }) => operation === 'query')?.type.name.value ?? 'Query';
}

function withRoots(type: ObjectTypeDefinitionNode, roots: ReadonlyMap<string, EntityRoot>): ObjectTypeDefinitionNode {
  const fields = [...roots].map(([name, { rootField }]) => `${rootField}: ${name} @join__field(graph: ${GRAPH})`);
  const added = fields.length > 0 ? objectType(`type Query { ${fields.join(' ')} }`).fields : [];
  const extended = withKey(type, []);
  return { ...extended, fields: [...(extended.fields ?? []), ...(added ?? [])] };
}

/** A field that names no subgraph is in all of its type's: with one subgraph more they have to be named. */
function withKey(type: ObjectTypeDefinitionNode, key: readonly string[]): ObjectTypeDefinitionNode {
  const graphs = new Set(joins(type, 'join__type').flatMap((directive) => argument(directive, 'graph') ?? []));
  const everywhere = directives([...graphs].map((graph) => `@join__field(graph: ${graph})`));
  const fields = type.fields?.map((field) => {
    const named = joins(field, 'join__field').length > 0;
    const isKey = key.includes(field.name.value);
    if (named === isKey) {
      const added = isKey ? directives([`@join__field(graph: ${GRAPH})`]) : everywhere;
      return { ...field, directives: [...(field.directives ?? []), ...added] };
    }
    return field;
  });
  const join = key.length > 0 ? `, key: "${key.join(' ')}", resolvable: false` : '';
  const added = directives([`@join__type(graph: ${GRAPH}${join})`]);
  return { ...type, fields, directives: [...(type.directives ?? []), ...added] };
}

function graphValues() {
  const document = parse(`enum E { ${GRAPH} @join__graph(name: "${ENTITY_SUBGRAPH}", url: "") }`, { noLocation: true });
  const [type] = document.definitions;
  return type?.kind === Kind.ENUM_TYPE_DEFINITION ? (type.values ?? []) : [];
}

function directives(texts: readonly string[]): readonly ConstDirectiveNode[] {
  return objectType(`type T ${texts.join(' ')} { f: Int }`).directives ?? [];
}

function objectType(text: string): ObjectTypeDefinitionNode {
  const [type] = parse(text, { noLocation: true }).definitions;
  if (type?.kind !== Kind.OBJECT_TYPE_DEFINITION) throw new TypeError('not an object type');
  return type;
}

type Directed = Pick<FieldDefinitionNode, 'directives'>;

function joins({ directives: given = [] }: Directed, name: string): readonly ConstDirectiveNode[] {
  return given.filter((directive) => directive.name.value === name);
}

function argument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((given) => given.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}
