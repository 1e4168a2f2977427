import {
  type Actor,
  type Clock,
  type IdFactory,
  isPerson,
  isSystem,
  type PersonActor,
  type ReaderActor,
} from '@hub/core';

import { persistenceError } from './errors';
import { onceOnly } from './idempotency';
import type { SubgraphDatabase } from './subgraph-database';
import type { ReadTransaction, Transaction } from './transaction';

/**
 * What every use case receives first: who, when, and the doors to the database.
 * `Deps` are the subgraph's own tools (calendar, token keys), built once where it is composed.
 */
export interface UseCaseContext<Deps = unknown> {
  readonly deps: Deps;
  readonly actor: Actor | null;
  readonly requestId: string;
  readonly clock: Clock;
  readonly ids: IdFactory;
  /** One transaction for one act of a person; repeated under the same idempotency key it answers as the first time. */
  command<T extends JsonValue>(name: string, input: unknown, act: (tx: Transaction) => Promise<T>): Promise<T>;
  /** One transaction without an answer to keep: jobs, and acts that are repeatable by themselves. */
  transaction<T>(act: (tx: Transaction) => Promise<T>): Promise<T>;
  read<T>(view: (tx: ReadTransaction) => Promise<T>): Promise<T>;
  /** The same request, acting as someone else: sign-in looks up accounts as the system. */
  as(actor: Actor): UseCaseContext<Deps>;
}

/** What a command may answer: it is kept as JSON, so ids and small facts, no class instances. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

export interface ContextOptions<Deps = unknown> {
  readonly deps: Deps;
  readonly database: SubgraphDatabase;
  readonly actor: Actor | null;
  readonly requestId: string;
  readonly clock: Clock;
  readonly ids: IdFactory;
  readonly idempotencyKey?: string | null;
}

export function createUseCaseContext<Deps>(options: ContextOptions<Deps>): UseCaseContext<Deps> {
  const { deps, database, actor, requestId, clock, ids } = options;
  const acting = (): Actor => {
    if (actor === null) throw persistenceError('SIGN_IN_REQUIRED');
    return actor;
  };
  const transaction = <T>(act: (tx: Transaction) => Promise<T>): Promise<T> =>
    database.transaction({ actor: acting(), requestId, now: clock.now(), ids }, act);
  return {
    deps,
    actor,
    requestId,
    clock,
    ids,
    transaction,
    command: (name, input, act) => {
      const key = options.idempotencyKey;
      if (!key) return transaction(act);
      return transaction((tx) => onceOnly(tx, database.schema, key, name, input, () => act(tx)));
    },
    read: (view) => database.read(acting(), view),
    as: (other) => createUseCaseContext({ ...options, actor: other, idempotencyKey: null }),
  };
}

interface Acting {
  readonly actor: Actor | null;
}

/** The signed-in person of an act. */
export function requirePerson(ctx: Acting): PersonActor {
  const actor = requireReader(ctx);
  if (!isPerson(actor)) throw persistenceError('PERSON_REQUIRED');
  return actor;
}

/** Whoever reads: a signed-in person, or a program with a service token. */
export function requireReader({ actor }: Acting): ReaderActor {
  if (actor === null || isSystem(actor)) throw persistenceError('SIGN_IN_REQUIRED');
  return actor;
}

/** Refuses an act decided on an older state than the row under lock. */
export function assertVersion(actual: number, expected: number): void {
  if (actual !== expected) throw persistenceError('STALE_VERSION', { actual, expected });
}
