import type { ReaderActor } from '@hub/core';
import { type GraphQLArgument, type GraphQLObjectType, Kind, parse } from 'graphql';

import { everyField } from '../../contract/own-operations/every-field';
import { SUBGRAPHS, someId, type TestWorld } from '../../support';
import { type Operation, operationsOf } from '../../support/operations';
import type { BareGraph } from '../hostile/bare-graph';
import type { Viewer } from './viewers';

export type Variables = Readonly<Record<string, unknown>>;

/** One operation where it can be asked: at the composed graph, or at a subgraph past the gateway. */
export interface Door {
  readonly name: string;
  readonly operation: Operation;
  ask(viewer: Viewer, variables: Variables): Promise<unknown>;
}

/** Root fields that are asked before anybody has signed in: nothing of theirs depends on who asks. */
export function publicFieldsOf(world: TestWorld): ReadonlySet<string> {
  const open = SUBGRAPHS.flatMap(({ name }) => parse(world.subgraph(name).sdl).definitions)
    .filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter(({ name }) => ROOTS.has(name.value))
    .flatMap(({ fields = [] }) => fields)
    .filter(({ directives = [] }) => directives.every(({ name }) => name.value !== 'authenticated'));
  return new Set(open.map(({ name }) => name.value));
}

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

export function doorsOf(world: TestWorld, graph: BareGraph, operations: readonly Operation[]): Door[] {
  const composed = operations.map((operation) => ({
    name: operation.name,
    operation,
    ask: ({ actor }: Viewer, variables: Variables) => graph.call(operation.text, variables, actor, someId()),
  }));
  const open = publicFieldsOf(world);
  const names = new Set(operations.map(({ name }) => name));
  // What the gateway hides is asked where it is.
  const behind = SUBGRAPHS.flatMap(({ name }) =>
    operationsOf(world.subgraph(name).schema)
      .filter(({ name: field }) => !field.startsWith('_') && !names.has(field))
      .map((operation) => ({
        name: `${name}: ${operation.name}`,
        operation,
        ask: ({ actor }: Viewer, variables: Variables) => world.graphql(name, actor, operation.text, { ...variables }),
      })),
  );
  return [...composed, ...behind].filter(({ operation }) => !open.has(operation.name));
}

/** Whoever asks; nobody, perhaps. */
interface Asker {
  readonly actor: ReaderActor | null;
}

export interface EntityDoor {
  readonly type: string;
  ask(
    viewer: Asker,
    keys: readonly string[],
  ): Promise<{ readonly entities: readonly unknown[]; readonly all: unknown }>;
}

/** `_entities` of every entity, in each subgraph that owns it. */
export function entityDoorsOf(world: TestWorld): EntityDoor[] {
  return SUBGRAPHS.flatMap(({ name, graphql }) =>
    Object.keys(graphql.references).map((type) => {
      const fields = everyField(world.subgraph(name).schema.getType(type) as GraphQLObjectType, 1);
      const text = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} ${fields} } }`;
      return {
        type,
        async ask({ actor }: Asker, ids: readonly string[]) {
          const keys = ids.map((id) => ({ __typename: type, id }));
          const all = await world.graphql(name, actor, text, { keys });
          return { entities: (all.data?._entities as unknown[] | undefined) ?? [], all };
        },
      };
    }),
  );
}

/** Subscriptions of the subgraphs; each is asked for its first event. */
export interface StreamDoor {
  readonly name: string;
  readonly args: readonly GraphQLArgument[];
  ask(viewer: Viewer, variables: Variables): Promise<unknown>;
}

/** A stream that has nothing to say is silent: that long is waited for it. */
const SILENCE_MS = 50;

export function streamDoorsOf(world: TestWorld): StreamDoor[] {
  return SUBGRAPHS.flatMap(({ name }) => {
    const { schema, subscribe } = world.subgraph(name);
    return operationsOf(schema, ['subscription']).map((operation) => ({
      name: `${name}: ${operation.name}`,
      args: operation.args,
      async ask({ actor }: Viewer, variables: Variables) {
        const signal = AbortSignal.timeout(SILENCE_MS);
        const caller = { actor, requestId: someId(), idempotencyKey: null };
        for await (const event of subscribe({ query: operation.text, variables }, caller, signal)) return event;
        return null;
      },
    }));
  });
}
