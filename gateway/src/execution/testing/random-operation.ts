import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** Aliases that clash with keys, required fields and names of JavaScript's own, beside harmless ones. */
const ALIASES = ['a', 'b', 'id', 'weight', 'name', 'nick', '_x', 'constructor', '__proto__'];
const DIRECTIVES = [
  '@skip(if: $yes)',
  '@skip(if: $no)',
  '@include(if: $yes)',
  '@include(if: $no)',
  '@include(if: true)',
];
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  Int: ['1', '2', '$n'],
  ID: ['"User-1"', '7', '$id'],
  String: ['"文\\n\\"x"', '$text'],
  Level: ['LOW', 'HIGH', '$level'],
  Unit: ['KG', 'LB'],
  Filter: ['{ words: ["a", "b"] }', '{ level: $level, words: null }', 'null'],
};
const VARIABLES: Readonly<Record<string, string>> = {
  $n: 'Int = 2',
  $id: 'ID!',
  $text: 'String',
  $level: 'Level',
  $yes: 'Boolean!',
  $no: 'Boolean = false',
};

/** The next random number below a bound. */
export type Draw = (bound: number) => number;

/** Draws from recorded numbers, so that a failure is found again and shrinks with them; zeros when they run out. */
export function drawFrom(numbers: readonly number[]): Draw {
  let next = 0;
  return (bound) => {
    const number = numbers[next] ?? 0;
    next += 1;
    return number % bound;
  };
}

function pick<T>(draw: Draw, items: readonly T[]): T {
  return items[draw(items.length)] as T;
}

/** A random operation; it may be invalid where two fields of one response key differ, so validate it. */
export function randomOperation(schema: GraphQLSchema, draw: Draw): string {
  const kind = pick(draw, ['query', 'query', 'mutation']);
  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  if (!root) throw new Error('The schema has no such root type');
  const fragments: string[] = [];
  const selections = selectionSet({ schema, draw, fragments }, root, 4);
  const text = [selections, ...fragments].join(' ');
  const used = Object.entries(VARIABLES).filter(([name]) => new RegExp(`\\${name}\\b`).test(text));
  const header = used.length === 0 ? '' : `(${used.map(([name, type]) => `${name}: ${type}`).join(', ')})`;
  return `${kind} Random${header} ${text}`;
}

interface Writing {
  readonly schema: GraphQLSchema;
  readonly draw: Draw;
  /** Definitions of the fragments spread so far. */
  readonly fragments: string[];
}

function selectionSet(writing: Writing, type: GraphQLCompositeType, depth: number): string {
  const count = 1 + writing.draw(4);
  return `{ ${Array.from({ length: count }, () => selection(writing, type, depth)).join(' ')} }`;
}

function selection(writing: Writing, type: GraphQLCompositeType, depth: number): string {
  const { schema, draw } = writing;
  const choice = draw(10);
  const conditions = narrowerTypes(schema, type);
  if (depth > 0 && choice < 5 && conditions.length > 0 && (isAbstractType(type) || choice === 0)) {
    const condition = pick(draw, conditions);
    const selected = selectionSet(writing, condition, depth - 1);
    if (draw(3) > 0) return `... on ${condition.name} ${directive(draw)} ${selected}`;
    return spread(writing, `on ${condition.name} ${selected}`);
  }
  if (choice === 9 || isUnionType(type)) return pick(draw, ['__typename', 'kind_: __typename']);
  return fieldSelection(writing, type, depth);
}

/** A fragment of that content, sometimes spread twice. */
function spread({ fragments, draw }: Writing, content: string): string {
  const name = `F${fragments.length}`;
  fragments.push(`fragment ${name} ${content}`);
  return draw(4) === 0 ? `...${name} ...${name} ${directive(draw)}` : `...${name} ${directive(draw)}`;
}

function fieldSelection(
  writing: Writing,
  type: Exclude<GraphQLCompositeType, { getTypes(): unknown }>,
  depth: number,
): string {
  const { draw } = writing;
  const fields = Object.values(type.getFields()).filter(
    (field) => depth > 0 || !isCompositeType(getNamedType(field.type)),
  );
  if (fields.length === 0) return '__typename';
  const field = pick(draw, fields);
  const alias = draw(4) === 0 ? `${pick(draw, ALIASES)}: ` : '';
  const target = getNamedType(field.type);
  const nested = isCompositeType(target) ? selectionSet(writing, target, depth - 1) : '';
  return `${alias}${field.name}${argumentsOf(field, draw)} ${directive(draw)} ${nested}`;
}

function narrowerTypes(schema: GraphQLSchema, type: GraphQLCompositeType): GraphQLCompositeType[] {
  if (isAbstractType(type)) return [...schema.getPossibleTypes(type), type];
  return isObjectType(type) ? [type, ...type.getInterfaces()] : [type];
}

function directive(draw: Draw): string {
  return draw(6) === 0 ? pick(draw, DIRECTIVES) : '';
}

function argumentsOf(field: GraphQLField<unknown, unknown>, draw: Draw): string {
  const given = field.args.filter((argument) => argument.type.toString().endsWith('!') || draw(2) === 1);
  return given.length === 0 ? '' : `(${given.map((argument) => argumentText(argument, draw)).join(', ')})`;
}

function argumentText(argument: GraphQLArgument, draw: Draw): string {
  const samples = ARGUMENTS[getNamedType(argument.type).name] ?? ['null'];
  return `${argument.name}: ${pick(draw, samples)}`;
}
