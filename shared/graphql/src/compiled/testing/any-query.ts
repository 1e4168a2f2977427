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

/** Keys that clash with one another and with names of JavaScript's own, beside harmless ones. */
const ALIASES = ['a', 'b', 'name', 'id', 'then', 'constructor', '__proto__', 'toString'];
const DIRECTIVES = [
  '@skip(if: $yes)',
  '@skip(if: $no)',
  '@include(if: $yes)',
  '@include(if: $no)',
  '@include(if: $maybe)',
  '@skip(if: false)',
  '@include(if: false)',
];
const VARIABLES: Readonly<Record<string, string>> = {
  $n: 'Int = 2',
  $m: 'Int!',
  $id: 'ID',
  $text: 'String',
  $level: 'Level = HIGH',
  $yes: 'Boolean!',
  $no: 'Boolean! = false',
  $maybe: 'Boolean = true',
  $even: 'Even',
  $evens: '[Even!]',
  $range: 'Range',
  $choice: 'Choice = { range: { to: 9 } }',
  $must: 'Choice!',
};
const RANGES = [
  '{ from: 1 }',
  '{ to: $n, tags: ["a", "b"] }',
  '{ from: $m, inner: { level: $level, tags: [] } }',
  '{}',
];
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  Int: ['1', '2', '$n', '$m', 'null'],
  'Int!': ['1', '$n', '$m'],
  ID: ['"u"', '7', '$id'],
  String: ['"文\\n\\"x"', '$text', 'null'],
  Level: ['LOW', 'HIGH', '$level'],
  Even: ['2', '$even'],
  '[Even]': ['[2, null, $even]', '4', '$evens'],
  '[Even!]': ['[]', '[2, 4]', '$evens'],
  Range: [...RANGES, '$range', 'null'],
  Choice: ['{ range: {} }', '{ range: { from: 2 }, ranges: [[{ to: 1 }, null], []], even: $even }', '$choice', '$must'],
  'Choice!': ['{ range: {}, id: $id }', '{ range: $range, even: 2 }', '$choice', '$must'],
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

const pick = <T>(draw: Draw, items: readonly T[]): T => items[draw(items.length)] as T;

/** A random document of one query; it may be invalid, so validate it. */
export function anyQuery(schema: GraphQLSchema, draw: Draw): string {
  return new Writer(schema, draw).write();
}

class Writer {
  readonly #fragments: string[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly draw: Draw,
  ) {}

  write(): string {
    const selections = this.#set(this.schema.getQueryType() as GraphQLCompositeType, 4);
    const body = [selections, ...this.#fragments].join('\n');
    const used = Object.entries(VARIABLES).filter(([name]) => new RegExp(`\\${name}\\b`).test(body));
    const header = used.length === 0 ? '' : `(${used.map(([name, type]) => `${name}: ${type}`).join(', ')})`;
    return `query Any${header} ${body}`;
  }

  #set(type: GraphQLCompositeType, depth: number): string {
    const count = 1 + this.draw(4);
    return `{ ${Array.from({ length: count }, () => this.#selection(type, depth)).join(' ')} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const choice = this.draw(12);
    if (depth > 0 && choice < 6 && (isAbstractType(type) || choice < 2)) return this.#fragment(type, depth, choice);
    if (choice === 11 || isUnionType(type)) return pick(this.draw, ['__typename', 'kind_: __typename']);
    if (choice === 10 && type === this.schema.getQueryType()) {
      return pick(this.draw, [
        '__schema { queryType { name } directives { name args { name type { kind } } } }',
        '__type(name: "Unit") { kind fields { name } }',
      ]);
    }
    return this.#field(type, depth);
  }

  #fragment(type: GraphQLCompositeType, depth: number, choice: number): string {
    const condition = pick(this.draw, this.#narrower(type));
    const set = this.#set(condition, depth - 1);
    if (choice % 3 === 0) {
      const name = `F${this.#fragments.length}`;
      this.#fragments.push(`fragment ${name} on ${condition.name} ${set}`);
      return `...${name} ${this.#directive()}`;
    }
    return choice % 3 === 1 && condition === type
      ? `... ${this.#directive()} ${set}`
      : `... on ${condition.name} ${this.#directive()} ${set}`;
  }

  #narrower(type: GraphQLCompositeType): GraphQLCompositeType[] {
    if (isAbstractType(type)) return [...this.schema.getPossibleTypes(type), type];
    return isObjectType(type) ? [type, ...type.getInterfaces()] : [type];
  }

  #field(type: Exclude<GraphQLCompositeType, { getTypes(): unknown }>, depth: number): string {
    const fields = Object.values(type.getFields()).filter(
      (field) => depth > 0 || !isCompositeType(getNamedType(field.type)),
    );
    if (fields.length === 0) return '__typename';
    const field = pick(this.draw, fields);
    const alias = this.draw(4) === 0 ? `${pick(this.draw, ALIASES)}: ` : '';
    const target = getNamedType(field.type);
    const nested = isCompositeType(target) ? this.#set(target, depth - 1) : '';
    return `${alias}${field.name}${this.#arguments(field)} ${this.#directive()} ${nested}`;
  }

  #directive(): string {
    return this.draw(6) === 0 ? pick(this.draw, DIRECTIVES) : '';
  }

  #arguments(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.filter(
      ({ type, defaultValue }) => (String(type).endsWith('!') && defaultValue === undefined) || this.draw(2) === 1,
    );
    return given.length === 0 ? '' : `(${given.map((argument) => this.#argument(argument)).join(', ')})`;
  }

  #argument({ name, type }: GraphQLArgument): string {
    return `${name}: ${pick(this.draw, ARGUMENTS[String(type)] ?? ['null'])}`;
  }
}
