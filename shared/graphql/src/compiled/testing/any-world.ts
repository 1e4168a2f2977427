import { DomainError } from '@hub/core';
import {
  GraphQLError,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  responsePathAsArray,
} from 'graphql';

const SCALARS: Readonly<Record<string, readonly unknown[]>> = {
  Int: [0, 1, -7, 2 ** 31 - 1, '12', true],
  Float: [0.5, 3, 1e300, '2.5'],
  Boolean: [true, false, 1],
  ID: ['id', 7],
  String: ['', '文"\n', 'x', 5, true],
  Even: [2, 4, 8],
};
const WRONG: readonly unknown[] = [{ no: 'value' }, Number.NaN, Symbol('s'), [], 'MIDDLE', 3, 0, new Date(Number.NaN)];
const TYPE_NAMES: readonly unknown[] = ['Unit', 'Nothing', 'Level', null, undefined, 7, 'Thing'];

interface Nature {
  readonly seed: number;
  readonly failuresPercent: number;
  /** The kind of promises in which it answers. */
  readonly promises: PromiseConstructor;
}

/**
 * A world in which everything is fixed by a seed and by where it is asked for: what a resolver gives, how and when it
 * fails. It writes down in which order it was asked and what it was told.
 */
export class AnyWorld {
  readonly asked: string[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly nature: Nature,
  ) {}

  /** A resolver's answer: now or later, a value or a failure. */
  resolve(args: object, info: GraphQLResolveInfo): unknown {
    const key = responsePathAsArray(info.path).join('.');
    const { fieldName, parentType, fieldNodes, returnType, operation, variableValues, fragments } = info;
    const told = [
      key,
      parentType,
      fieldName,
      returnType,
      JSON.stringify(args),
      fieldNodes.length,
      typeof info.rootValue,
    ];
    const around = [
      operation.name?.value,
      JSON.stringify(variableValues),
      Object.keys(fragments).length,
      info.path.typename,
    ];
    this.asked.push([...told, ...around].join(' '));
    return this.#answer(key, returnType, JSON.stringify(args));
  }

  typeName(value: unknown, info: GraphQLResolveInfo): unknown {
    const key = `${responsePathAsArray(info.path).join('.')} type`;
    this.asked.push(`${key} ${info.fieldName}`);
    const named = (value as { typeName?: unknown })?.typeName;
    if (!this.#fails(key)) return named;
    if (this.#draw(key, 3) === 0) throw this.#failure(key);
    return TYPE_NAMES[this.#draw(`${key} wrong`, TYPE_NAMES.length)];
  }

  isTypeOf(type: string, value: unknown): unknown {
    this.asked.push(`is ${type}`);
    const key = `${(value as { key?: unknown })?.key} is ${type}`;
    if (this.#fails(key) && this.#draw(key, 2) === 0) throw this.#failure(key);
    const is = (value as { typeName?: unknown })?.typeName === type && !this.#fails(`${key} wrong`);
    return this.#draw(`${key} later`, 3) === 0 ? this.later(1, () => is) : is;
  }

  #answer(key: string, type: GraphQLOutputType, salt = ''): unknown {
    const inTime = () => {
      if (this.#fails(key) && this.#draw(`${key} how`, 3) === 0) throw this.#failure(key);
      return this.#outcome(key, type, salt);
    };
    const ticks = this.#draw(`${key} ticks`, 12);
    return ticks > 8 ? this.later(ticks - 8, inTime) : inTime();
  }

  #outcome(key: string, type: GraphQLOutputType, salt: string): unknown {
    if (!this.#fails(`${key} outcome`)) return this.#value(key, type, salt);
    const choice = this.#draw(`${key} choice`, 5);
    if (choice === 0) return this.#failure(key);
    if (choice === 1) return undefined;
    if (choice === 2) return WRONG[this.#draw(`${key} wrong`, WRONG.length)];
    return null;
  }

  #value(key: string, type: GraphQLOutputType, salt: string): unknown {
    if (isNonNullType(type)) return this.#value(key, type.ofType, salt);
    if (isListType(type)) return this.#list(key, type.ofType);
    if (isEnumType(type)) return type.getValues()[this.#draw(key, 2)]?.value;
    if (isScalarType(type)) {
      if (type.name === 'String' && salt.length > 2) return salt;
      const values = SCALARS[type.name] as readonly unknown[];
      return values[this.#draw(key, values.length)];
    }
    return this.#object(key, type);
  }

  #list(key: string, type: GraphQLOutputType): unknown {
    const length = this.#draw(`${key} length`, 4);
    const items = Array.from({ length }, (_, index) => {
      const place = `${key}.${index}`;
      const item = () => this.#outcome(place, type, '');
      return this.#draw(`${place} ticks`, 5) === 0 ? this.later(1 + this.#draw(`${place} long`, 3), item) : item();
    });
    const shape = this.#draw(`${key} shape`, 8);
    if (shape === 0) return new Set(items);
    return shape === 1 ? items.values() : items;
  }

  #object(key: string, type: GraphQLOutputType): object {
    const named = getNamedType(type);
    const types = isAbstractType(named) ? this.schema.getPossibleTypes(named).map(({ name }) => name) : [named.name];
    const typeName = types.toSorted()[this.#draw(`${key} type`, types.length)] as string;
    const objectType = this.schema.getType(typeName);
    const fields = isObjectType(objectType) ? objectType.getFields() : {};
    const property = (name: string | symbol): unknown => {
      if (name === 'typeName') return typeName;
      if (name === 'key') return key;
      if (name === '__typename') return this.#draw(`${key} tells`, 3) === 0 ? undefined : typeName;
      const field = typeof name === 'string' && Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (!field) return undefined;
      const place = `${key}.${String(name)}`;
      if (this.#draw(`${place} method`, 8) > 0) return this.#answer(place, field.type);
      return (args: object, world: AnyWorld, info: GraphQLResolveInfo) => world.resolve(args, info);
    };
    return new Proxy({}, { get: (_, name) => property(name) });
  }

  #failure(key: string): unknown {
    const failures = [
      new Error(`broken ${key}`),
      new DomainError('CONFLICT', 'STALE_VERSION', `已变更 ${key}`),
      new GraphQLError(`wrong ${key}`, { extensions: { reason: 'WRONG' } }),
      `thrown text ${key}`,
    ];
    return failures[this.#draw(`${key} failure`, failures.length)];
  }

  #fails(key: string): boolean {
    return this.#draw(`${key} luck`, 100) < this.nature.failuresPercent;
  }

  #draw(key: string, bound: number): number {
    return hash(`${this.nature.seed} ${key}`) % bound;
  }

  /** The value after that many turns of the microtask queue. */
  later<T>(ticks: number, value: () => T): Promise<T> {
    let turn: Promise<unknown> = this.nature.promises.resolve();
    for (let tick = 1; tick < ticks; tick += 1) turn = turn.then(() => undefined);
    return turn.then(value);
  }
}

/** FNV-1a with a last stir: close keys fall far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
