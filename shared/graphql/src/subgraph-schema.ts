import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { isKey } from '@hub/core';
import { type GraphQLFieldResolver, type GraphQLScalarType, type GraphQLSchema, parse } from 'graphql';
import { type BuildSchemaOptions, buildSchemaSync, createResolversMap, type PubSub } from 'type-graphql';

import { annotateSchema } from './annotate-schema';
import { CLASSIFIED } from './classified';
import { type Decisions, type DecisionTable, enforceDecisions, hideEntity, resolveDecisions } from './decisions';
import type { HubContext } from './hub-context';
import { markPlainFields } from './plain-fields';
import { DateTimeScalar } from './scalars';

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@interfaceObject", "@override",
  "@tag", "@authenticated", "@requiresScopes", "@policy", "@cost", "@listSize", "@extends", "@composeDirective"
])`;

/** Finds an entity by the key another subgraph holds; null when it does not exist for this actor. */
export type ReferenceResolver = (reference: { readonly id: string }, ctx: HubContext) => Promise<object | null>;

/** For entities with other keys than `id`, or with fields that require others: it is given all that the gateway sent. */
export type WholeReferenceResolver = (
  reference: Readonly<Record<string, unknown>>,
  ctx: HubContext,
) => Promise<object | null>;

/** A directive of the subgraph's own that composition keeps in the supergraph. */
export interface ComposedDirective {
  readonly name: string;
  /** Its definition. */
  readonly sdl: string;
  /** Of the specification that says what it means. */
  readonly url: string;
}

/** The wire of a subgraph. */
export interface GraphqlDefinition {
  readonly resolvers: BuildSchemaOptions['resolvers'];
  /** Entities that no query reaches, and stubs of foreign ones. */
  readonly orphanedTypes?: NonNullable<BuildSchemaOptions['orphanedTypes']>;
  readonly references: Readonly<Record<string, ReferenceResolver>>;
  readonly wholeReferences?: Readonly<Record<string, WholeReferenceResolver>>;
  readonly composedDirectives?: readonly ComposedDirective[];
  /** Who may ask each root field and read each type: nothing is in the graph without one. */
  readonly decisions: Decisions;
}

export interface SubgraphSchema {
  readonly schema: GraphQLSchema;
  /** The SDL that is committed and composed. */
  readonly sdl: string;
}

/** type-graphql insists on one, and has no use for it: every subscription of ours names its source. */
const NO_PUB_SUB: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('a subscription names its source itself');
  },
};

export function buildSubgraph(definition: GraphqlDefinition): SubgraphSchema {
  markPlainFields();
  const base = buildSchemaSync({
    resolvers: definition.resolvers,
    // Decorators of every subgraph share one store in one process: an empty list keeps the others' types out.
    orphanedTypes: definition.orphanedTypes ?? [],
    validate: { forbidUnknownValues: false },
    pubSub: NO_PUB_SUB,
    scalarsMap: [{ type: Date, scalar: DateTimeScalar as GraphQLScalarType }],
  });
  const table = resolveDecisions(base, definition.decisions);
  const publicFields = answersAnybody(table);
  const header = [FEDERATION, CLASSIFIED, ...(definition.composedDirectives ?? []).map(composed)].join('\n\n');
  const sdl = `${header}\n\n${annotateSchema(printSchemaWithDirectives(base), publicFields)}\n`;
  const resolvers = createResolversMap(base) as Record<string, Record<string, unknown>>;
  for (const [type, resolve] of Object.entries(definition.references)) {
    const hidden = hideEntity(resolve, table.get(type));
    resolvers[type] = {
      ...resolvers[type],
      __resolveReference: async ({ id }: { id: unknown }, ctx: HubContext) => {
        // Nothing has a key that is none; asking for it would fail the whole batch it is loaded with.
        const found = isKey(id) ? await hidden({ id }, ctx) : null;
        return found && { __typename: type, ...found };
      },
    };
  }
  for (const [type, resolve] of Object.entries(definition.wholeReferences ?? {})) {
    resolvers[type] = { ...resolvers[type], __resolveReference: hideEntity(resolve, table.get(type)) };
  }
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never });
  scopeMutations(schema);
  enforceDecisions(schema, table);
  return { schema, sdl };
}

/** Root fields that answer somebody who has not signed in, by their names; none but these do. */
function answersAnybody(table: DecisionTable): string[] {
  return [...table].flatMap(([coordinate, { kind }]) => {
    const [, field] = coordinate.split('.');
    return field !== undefined && (kind === 'public' || kind === 'internal') ? [field] : [];
  });
}

const composed = ({ name, sdl, url }: ComposedDirective): string =>
  `extend schema @link(url: "${url}", import: ["${name}"]) @composeDirective(name: "${name}")\n\n${sdl}`;

function scopeMutations(schema: GraphQLSchema): void {
  const fields = schema.getMutationType()?.getFields() ?? {};
  for (const field of Object.values(fields)) {
    const resolve = field.resolve as GraphQLFieldResolver<unknown, HubContext> | undefined;
    if (!resolve) continue;
    field.resolve = async (source, args, ctx: HubContext, info) => {
      const own = await ctx.forMutation(String(info.path.key));
      try {
        return await resolve(source, args, own, info);
      } finally {
        await own.close();
      }
    };
  }
}
