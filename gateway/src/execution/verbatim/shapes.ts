import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql';
import { keptBytes } from '../kept-bytes';
import { prefixOf } from './prefix';
import { scanAny, scanBoolean, scanBytes, scanInt, scanNull, scanNumber, scanString } from './scan-json';
import { DEVIATES, type Place, type Scan, type Shape } from './shape.type';

/** A field of an object as it stands in an answer; without a place where its bytes are not known beforehand. */
export interface ShapeField {
  readonly key: string;
  readonly place?: Place;
}

const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const CLOSE_OBJECT = 0x7d;
const N = 0x6e;

const BUILT_IN: Readonly<Record<string, Scan>> = {
  Int: scanInt,
  Float: scanNumber,
  String: scanString,
  ID: scanString,
  Boolean: scanBoolean,
};

/**
 * The shapes of one operation. The client's own are those that are wanted: an answer of a subgraph that has one of
 * them can be passed on as it is.
 */
export class Shapes {
  readonly #known = new Map<string, Shape>();
  readonly #wanted = new Set<Shape>();

  /** Grows while parts of the operation are compiled when they are first met. */
  get wantedCount(): number {
    return this.#wanted.size;
  }

  want(shape: Shape): void {
    this.#wanted.add(shape);
  }

  isWanted(shape: Shape): boolean {
    return this.#wanted.has(shape);
  }

  leaf(type: GraphQLLeafType): Shape {
    // A scalar of somebody's own passes whatever it is: what it means is known to the subgraph only.
    return this.#same(type.name, () => (isEnumType(type) ? scanEnum(type) : (BUILT_IN[type.name] ?? scanAny)));
  }

  /** `__typename` of an object of that type. */
  typename(name: string): Shape {
    const text = keptBytes(`"${name}"`);
    return this.#same(`"${name}"`, () => (bytes, start) => scanBytes(bytes, start, text));
  }

  list(item: Place): Shape {
    return this.#same(`[${textOf(item)}]`, () => scanList(scanPlace(item)));
  }

  /** Of whatever type: its fields say all. None where one of them is not known, or nothing is. */
  object(fields: readonly ShapeField[]): Shape | undefined {
    const members = fields.flatMap(({ key, place }) => (place ? [{ key, ...place }] : []));
    if (members.length < fields.length || members.length === 0) return undefined;
    const text = members.map((member) => `${member.key}:${textOf(member)}`).join(',');
    return this.#same(`{${text}}`, () => scanObject(members));
  }

  #same(text: string, scan: () => Scan): Shape {
    const known = this.#known.get(text);
    if (known) return known;
    const shape = { text, scan: scan() };
    this.#known.set(text, shape);
    return shape;
  }
}

function textOf({ shape, nullable }: Place): string {
  return nullable ? shape.text : `${shape.text}!`;
}

function scanPlace({ shape: { scan }, nullable }: Place): Scan {
  return nullable ? (bytes, start) => (bytes[start] === N ? scanNull(bytes, start) : scan(bytes, start)) : scan;
}

function scanEnum(type: GraphQLEnumType): Scan {
  const names = type.getValues().map(({ name }) => keptBytes(`"${name}"`));
  return (bytes, start) => {
    for (const name of names) {
      const end = scanBytes(bytes, start, name);
      if (end !== DEVIATES) return end;
    }
    return DEVIATES;
  };
}

function scanList(scanItem: Scan): Scan {
  return (bytes, start) => {
    if (bytes[start] !== OPEN_LIST) return DEVIATES;
    if (bytes[start + 1] === CLOSE_LIST) return start + 2;
    let at = start;
    do {
      at = scanItem(bytes, at + 1);
      if (at === DEVIATES) return DEVIATES;
    } while (bytes[at] === COMMA);
    return bytes[at] === CLOSE_LIST ? at + 1 : DEVIATES;
  };
}

function scanObject(fields: readonly (Place & { readonly key: string })[]): Scan {
  const members = fields.map((field, index) => ({ prefix: prefixOf(field.key, index), scan: scanPlace(field) }));
  return (bytes, start) => {
    let at = start;
    for (const { prefix, scan } of members) {
      at = scanBytes(bytes, at, prefix);
      if (at === DEVIATES) return DEVIATES;
      at = scan(bytes, at);
      if (at === DEVIATES) return DEVIATES;
    }
    return bytes[at] === CLOSE_OBJECT ? at + 1 : DEVIATES;
  };
}
