import type { EventDefinition, EventPayload } from '@hub/contracts';
import { type Actor, actorName, type Id, type IdFactory, isPerson } from '@hub/core';
import type { SignalDefinition, SignalPayload, SignalPublisher } from '@hub/runtime';
import type { EntityManager, QueryRunner } from 'typeorm';

import { preparedQuery } from './prepared-query';
import { NO_PART } from './trail/act';
import { appendActs } from './trail/append-acts';
import type { AuditEntry, Transaction } from './transaction';

interface PendingEvent {
  readonly event: EventDefinition;
  readonly aggregateId: Id;
  readonly payload: unknown;
}

interface UnitOfWorkOptions {
  readonly runner: QueryRunner;
  readonly schema: string;
  readonly actor: Actor;
  readonly now: Date;
  readonly ids: IdFactory;
  readonly requestId: string;
  /** Seals acts: see `trailKeys`. */
  readonly actsKey: Buffer;
}

/** Gathers what a use case says happened and writes it with two statements just before the commit. */
export class UnitOfWork implements Transaction {
  readonly actor: Actor;
  readonly now: Date;
  readonly committeeId: Id;
  readonly manager: EntityManager;
  readonly #events: PendingEvent[] = [];
  readonly #audits: AuditEntry[] = [];
  readonly #signals: { readonly signal: SignalDefinition; readonly payload: unknown }[] = [];

  constructor(private readonly options: UnitOfWorkOptions) {
    this.actor = options.actor;
    this.now = options.now;
    this.committeeId = options.actor.committeeId;
    this.manager = options.runner.manager;
  }

  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.options.runner.query(sql, [...parameters], true);
    // `raw` of an update with `returning` is a pair of rows and count.
    return result.records as Row[];
  }

  async execute(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const result = await this.options.runner.query(sql, [...parameters], true);
    return result.affected ?? 0;
  }

  emit<E extends EventDefinition>(event: E, aggregateId: Id, payload: EventPayload<E>): void {
    // Parsed here, so that a wrong payload fails the act that made it and not a consumer a minute later.
    this.#events.push({ event, aggregateId, payload: event.payload.parse(payload) });
  }

  signal<D extends SignalDefinition>(signal: D, payload: SignalPayload<D>): void {
    this.#signals.push({ signal, payload });
  }

  audit(entry: AuditEntry): void {
    this.#audits.push(entry);
  }

  /** Once it is committed. */
  tellSignals(publisher: SignalPublisher): void {
    for (const { signal, payload } of this.#signals) publisher.publish(signal, payload);
  }

  async flush(): Promise<void> {
    await this.#writeOutbox();
    await this.#writeAudit();
  }

  async #writeOutbox(): Promise<void> {
    if (this.#events.length === 0) return;
    const rows = this.#events.map(({ event, aggregateId, payload }) => ({
      id: this.options.ids.next(),
      event: event.name,
      version: event.version,
      aggregate_id: aggregateId,
      payload,
    }));
    await this.query(
      `insert into ${this.options.schema}.outbox (committee_id, id, event, version, aggregate_id, payload, created_at)
       select $1, r.id, r.event, r.version, r.aggregate_id, r.payload, $2
       from jsonb_to_recordset($3::jsonb) as r(id uuid, event text, version int, aggregate_id uuid, payload jsonb)`,
      [this.committeeId, this.now, JSON.stringify(rows)],
    );
  }

  async #writeAudit(): Promise<void> {
    if (this.#audits.length === 0) return;
    const { schema, actsKey, ids, requestId, runner } = this.options;
    const person = isPerson(this.actor) ? this.actor : null;
    const by = {
      committeeId: this.committeeId,
      at: this.now,
      requestId,
      actorName: actorName(this.actor),
      accountId: person?.accountId ?? null,
      postId: person?.postId ?? null,
      unitId: person?.unitId ?? null,
      delegationId: person?.delegation?.delegationId ?? null,
    };
    const acts = this.#audits.map(({ partId = NO_PART, before = null, after = null, ...entry }) => ({
      ...by,
      ...entry,
      id: ids.next(),
      partId,
      before,
      after,
    }));
    const { committeeId } = this;
    const query = <Row>(text: string, values: readonly unknown[], name: string) =>
      preparedQuery<Row>(runner, text, values, `${schema}-${this.actor.side}-${name}`);
    await appendActs({ schema, committeeId, key: actsKey, query }, acts);
  }
}
