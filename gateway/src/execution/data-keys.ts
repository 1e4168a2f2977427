import { type DocumentNode, type FieldNode, Kind, print, type ValueNode, visit } from 'graphql';

/**
 * The response keys an operation has inside the hub. They are the client's own, unless one would be taken for something
 * else: an alias over a key or a required field (`{ users { id: name } }`), over a name of JavaScript's own, or used for
 * two different fields under two object types, which the planner cannot always tell apart. Those get a prefix. So in
 * one operation a data key always means the same field with the same arguments.
 */
export class DataKeys {
  /** Names of fields selected as they are. */
  readonly #plain: ReadonlySet<string>;
  readonly #byMeaning = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(
    document: DocumentNode,
    private readonly reserved: ReadonlySet<string>,
    /** Reserved for a field with arguments: not even the field itself, without them, may stand there. */
    private readonly withArguments: ReadonlySet<string> = new Set(),
  ) {
    this.#plain = plainFields(document);
  }

  of(field: FieldNode): string {
    const key = field.alias?.value ?? field.name.value;
    if (isPlain(field) && !this.withArguments.has(key)) return key;
    const meaning = `${key}:${field.name.value}${argumentsText(field)}`;
    const known = this.#byMeaning.get(meaning);
    if (known !== undefined) return known;
    const dataKey = this.#isFree(key) ? key : `_hub${this.#byMeaning.size}_${key}`;
    this.#byMeaning.set(meaning, dataKey);
    this.#taken.add(dataKey);
    return dataKey;
  }

  #isFree(key: string): boolean {
    if (key.startsWith('_') || key in Object.prototype) return false;
    return !(this.#taken.has(key) || this.reserved.has(key) || this.#plain.has(key));
  }
}

/** A field under its own name and without arguments keeps its key always: so do the planner's. */
function isPlain(field: FieldNode): boolean {
  return (field.alias?.value ?? field.name.value) === field.name.value && !field.arguments?.length;
}

function plainFields(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  visit(document, {
    Field(field) {
      if (isPlain(field)) names.add(field.name.value);
    },
  });
  return names;
}

/** The same text for arguments that GraphQL holds to be the same (spec §5.3.2), whatever their order. */
function argumentsText({ arguments: given = [] }: FieldNode): string {
  return `(${given.map(({ name, value }) => `${name.value}:${valueText(value)}`).sort()})`;
}

function valueText(value: ValueNode): string {
  if (value.kind === Kind.LIST) return `[${value.values.map(valueText)}]`;
  if (value.kind !== Kind.OBJECT) return print(value);
  return `{${value.fields.map((field) => `${field.name.value}:${valueText(field.value)}`).sort()}}`;
}
