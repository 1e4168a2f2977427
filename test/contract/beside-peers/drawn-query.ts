import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isNullableType,
  isObjectType,
} from 'graphql';

/** The next random number below a bound. */
type Draw = (bound: number) => number;

/** Ids that exist, by the field or type that takes one. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

const MOST_ROOTS = 3;
const DEEPEST = 5;
/** Small pages: the comparison wants many shapes, not many rows. */
const PAGE = '3';

const SCALARS: Readonly<Record<string, readonly string[]>> = {
  Int: ['1', '2020', '3'],
  Float: ['1.5'],
  Boolean: ['true', 'false'],
  String: ['"办"', '"2020-10"'],
  Date: ['"2020-10-15"'],
  DateTime: ['"2020-10-15T09:00:00+08:00"'],
};

/** Reads of the gateway's own or with an effect on whoever asks; they are no dashboard's. */
const LEFT_OUT = new Set(['sessionActor', 'attachmentDownload']);

/** A query drawn from the graph: two shapes of one seed are the same. */
export function drawnQuery(schema: GraphQLSchema, ids: KnownIds, seed: number): string {
  const draw = drawing(seed);
  const root = schema.getQueryType();
  if (!root) throw new Error('the graph has no queries');
  const fields = Object.values(root.getFields()).filter((field) => !LEFT_OUT.has(field.name) && canAsk(field));
  const selections = Array.from({ length: 1 + draw(MOST_ROOTS) }, (_, n) =>
    fieldText(fields[draw(fields.length)] as GraphQLField<unknown, unknown>, `r${n}`, ids, draw, DEEPEST),
  );
  return `query Drawn { ${selections.join(' ')} }`;
}

function fieldText(
  field: GraphQLField<unknown, unknown>,
  alias: string | null,
  ids: KnownIds,
  draw: Draw,
  depth: number,
): string {
  const type = getNamedType(field.type);
  const nested = isObjectType(type) ? selectionText(type, ids, draw, depth - 1) : '';
  return `${alias === null ? '' : `${alias}: `}${field.name}${argumentsText(field, ids, draw)} ${nested}`;
}

function selectionText(type: GraphQLObjectType, ids: KnownIds, draw: Draw, depth: number): string {
  const fields = Object.values(type.getFields()).filter(
    (field) => canAsk(field) && (depth > 0 || !isObjectType(getNamedType(field.type))),
  );
  if (fields.length === 0) return '{ __typename }';
  // One alias for each field: without arguments or with those it has here, a key means the same everywhere.
  const chosen = new Set(Array.from({ length: 1 + draw(5) }, () => fields[draw(fields.length)]));
  const texts = [...chosen].flatMap((field, n) =>
    field
      ? [
          fieldText(
            field,
            field.args.length > 0 || draw(5) === 0 ? `a${depth}${n}_${field.name}` : null,
            ids,
            draw,
            depth,
          ),
        ]
      : [],
  );
  const marked = draw(6) === 0 ? ['__typename', ...texts] : texts;
  return draw(6) === 0 ? `{ ... on ${type.name} { ${marked.join(' ')} } }` : `{ ${marked.join(' ')} }`;
}

function canAsk(field: GraphQLField<unknown, unknown>): boolean {
  return field.args.every((argument) => isOptional(argument) || valuesFor(argument, {}).length > 0);
}

function argumentsText(field: GraphQLField<unknown, unknown>, ids: KnownIds, draw: Draw): string {
  const given = field.args.flatMap((argument) => {
    if (argument.name === 'first') return [`first: ${PAGE}`];
    if (isOptional(argument)) return [];
    const values = valuesFor(argument, ids, field);
    return [`${argument.name}: ${values[draw(values.length)]}`];
  });
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

const isOptional = (argument: GraphQLArgument): boolean =>
  isNullableType(argument.type) || argument.defaultValue !== undefined;

function valuesFor(
  argument: GraphQLArgument,
  ids: KnownIds,
  field?: GraphQLField<unknown, unknown>,
): readonly string[] {
  const type = isNonNullType(argument.type) ? argument.type.ofType : argument.type;
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (String(type) !== 'ID') return SCALARS[String(type)] ?? [];
  const target = argument.name === 'id' && field ? getNamedType(field.type).name : argument.name;
  const known = ids[target] ?? [];
  // One that nobody has is asked for too.
  return [...known, '01980000-0000-7000-8000-00000000dead'].map((id) => JSON.stringify(id));
}

/** A small generator of Park and Miller's kind. */
function drawing(seed: number): Draw {
  let state = (seed * 48_271 + 11) % 2_147_483_647 || 1;
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
}
