import { createHash } from 'node:crypto';
import {
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLTypeResolver,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';

interface WorldObject {
  readonly __typename: string;
  readonly id: string;
  readonly [field: string]: unknown;
}

/**
 * A world in which every field of every object has a value, a null or an error, fixed by a seed and by the object's id,
 * the field and its arguments. Whoever resolves a field, a subgraph or the whole graph at once, finds the same.
 */
export interface World {
  readonly resolveField: GraphQLFieldResolver<unknown, unknown>;
  readonly resolveType: GraphQLTypeResolver<unknown, unknown>;
}

interface Requirement {
  readonly field: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** What the fields with `@requires` are given. */
const REQUIREMENTS: Readonly<Record<string, Requirement>> = {
  shipping: { field: 'weight', args: {} },
  toll: { field: 'measure', args: { unit: 'KG' } },
  duty: { field: 'measure', args: { unit: 'LB' } },
};

/** Fields that say where an object stands; federation presupposes that they do not fail. */
const NEVER_FAILS: ReadonlySet<string> = new Set(['id']);
const OBJECTS_PER_TYPE = 4;

export function createWorld(seed: number, failuresPercent: number): World {
  const draw = (key: string, bound: number) =>
    createHash('md5').update(`${seed} ${key}`).digest().readUInt32BE(0) % bound;

  const outcome = (key: string, type: GraphQLOutputType, info: GraphQLResolveInfo): unknown => {
    const luck = draw(`${key} luck`, 100);
    if (luck < failuresPercent) return new Error(`no ${key}`);
    if (luck < 2 * failuresPercent) return null;
    return value(key, type, info);
  };

  const value = (key: string, type: GraphQLOutputType, info: GraphQLResolveInfo): unknown => {
    if (isNonNullType(type)) return value(key, type.ofType, info);
    if (isListType(type)) {
      return Array.from({ length: draw(`${key} length`, 4) }, (_, index) =>
        outcome(`${key}#${index}`, type.ofType, info),
      );
    }
    if (isScalarType(type)) return scalar(type.name, draw(key, 1000));
    if (isEnumType(type)) return type.getValues()[draw(key, type.getValues().length)]?.value;
    const types = isAbstractType(type) ? info.schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
    const typeName = types.toSorted()[draw(`${key} type`, types.length)] as string;
    return { __typename: typeName, id: `${typeName}-${draw(key, OBJECTS_PER_TYPE)}` };
  };

  const resolveField: World['resolveField'] = (source, args, _, info) => {
    const object = (source ?? { __typename: info.parentType.name, id: info.parentType.name }) as WorldObject;
    const { fieldName, returnType } = info;
    if (NEVER_FAILS.has(fieldName)) return object[fieldName];
    const key = `${object.id}.${fieldName}(${JSON.stringify(args)})`;
    const found = outcome(key, returnType, info);
    const required = REQUIREMENTS[fieldName];
    if (!required || typeof found !== 'number') return found;
    return times(found, required.field in object ? object[required.field] : numberOf(object, required));
  };

  /** The whole graph looks a required field up, a subgraph is given it in the representation. */
  const numberOf = (object: WorldObject, { field, args }: Requirement): number | null => {
    const key = `${object.id}.${field}(${JSON.stringify(args)})`;
    return draw(`${key} luck`, 100) < 2 * failuresPercent ? null : draw(key, 1000);
  };

  return { resolveField, resolveType: (object) => (object as WorldObject).__typename };
}

function times(number: number, required: unknown): number | null {
  return typeof required === 'number' ? number * required : null;
}

function scalar(name: string, number: number): unknown {
  const samples: Readonly<Record<string, unknown>> = {
    Int: number,
    Float: number / 8,
    Boolean: number % 2 === 0,
    ID: `id-${number}`,
    String: `文"${number}\n`,
    JSON: { number, nested: [null, { deep: true }] },
  };
  return samples[name];
}
