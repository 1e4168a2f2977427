import type { EventDefinition, EventPayload } from '@hub/contracts';
import type { Actor, Id } from '@hub/core';
import type { SignalDefinition, SignalPayload } from '@hub/runtime';
import type { EntityManager } from 'typeorm';

/** Reads inside the actor's scope: row-level security decides what exists. */
export interface ReadTransaction {
  readonly committeeId: Id;
  readonly actor: Actor;
  /** Rows of one parameterised statement. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

export interface AuditEntry {
  /** The verb: the name of the use case. */
  readonly action: string;
  /** The noun: `document`, `receipt`. */
  readonly objectType: string;
  readonly objectId: Id;
  /** The part of the object the act was about alone, as the organisation of a receipt: parts have chains of their own. */
  readonly partId?: Id;
  /** Changed fields only, before and after; never quarantined text. */
  readonly before?: Readonly<Record<string, unknown>> | null;
  readonly after?: Readonly<Record<string, unknown>> | null;
}

/** The unit of work of one use case. What is emitted or audited becomes durable exactly when its changes do. */
export interface Transaction extends ReadTransaction {
  /** The one instant of this act; every timestamp it writes is this one. */
  readonly now: Date;
  /** For single entities; sets are written as SQL. Never `save()`: it selects first and overwrites versions. */
  readonly manager: EntityManager;
  /** Number of rows a statement changed. */
  execute(sql: string, parameters?: readonly unknown[]): Promise<number>;
  emit<E extends EventDefinition>(event: E, aggregateId: Id, payload: EventPayload<E>): void;
  /** Told to whoever listens right after the commit; may be lost, so that nothing depends on it but freshness. */
  signal<D extends SignalDefinition>(signal: D, payload: SignalPayload<D>): void;
  audit(entry: AuditEntry): void;
}
