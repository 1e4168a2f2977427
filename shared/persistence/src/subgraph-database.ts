import { type Actor, type Id, type IdFactory, isPerson, isService } from '@hub/core';
import { localSignals, type SignalPublisher, traced } from '@hub/runtime';
import type { Pool, PoolClient } from 'pg';
import { types } from 'pg';
import { DataSource, type EntitySchema, type MixedList, type QueryRunner } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

import { scopeStatement } from './actor-scope';
import type { ClassifiedColumn } from './cipher/classified-columns';
import { persistenceError } from './errors';
import { asRefusal, isRetryable } from './pg-errors';
import { keepProcessAlive } from './pool-client';
import { preparedQuery } from './prepared-query';
import { trailKeys } from './trail/act';
import type { ReadTransaction, Transaction } from './transaction';
import { UnitOfWork } from './unit-of-work';

// A business date is a date, not an instant: without this, pg turns it into midnight of the server's zone.
const DATE_OID = 1082;
types.setTypeParser(DATE_OID, (text: string) => text);

type Classes = MixedList<string | (new (...args: never[]) => unknown) | EntitySchema>;

/** What a subgraph keeps: one schema, its entities and its migrations. */
export interface DatabaseDefinition {
  readonly schema: string;
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => object)[];
  /** Columns of level 3 and 4. */
  readonly classified?: readonly ClassifiedColumn[];
}

export interface ActOptions {
  readonly actor: Actor;
  readonly requestId: string;
  readonly now: Date;
  readonly ids: IdFactory;
}

export interface ConnectOptions {
  /** Seals the audit trail. */
  readonly auditKey: Uint8Array;
  readonly poolSize?: number;
  /** Where signals of committed acts go; without them nobody else hears of it. */
  readonly signals?: SignalPublisher;
}

/** Connections of one process to its subgraph's schema: see the connection budget in ARCHITECTURE.md. */
export const POOL_SIZE = 10;

const ATTEMPTS = 4;

/** The connection pool of one subgraph under its own login role; the only place that opens transactions. */
export class SubgraphDatabase {
  private constructor(
    readonly schema: string,
    private readonly dataSource: DataSource,
    private readonly signals: SignalPublisher,
    private readonly actsKey: Buffer,
  ) {}

  static async connect(
    definition: DatabaseDefinition,
    url: string,
    { auditKey, poolSize = POOL_SIZE, signals = localSignals() }: ConnectOptions,
  ): Promise<SubgraphDatabase> {
    const dataSource = new DataSource({
      type: 'postgres',
      url,
      schema: definition.schema,
      entities: [...definition.entities] as Classes as [],
      poolSize,
      installExtensions: false,
      extra: { onConnect: keepProcessAlive },
      applicationName: `hub-${definition.schema}`,
    });
    await dataSource.initialize();
    return new SubgraphDatabase(definition.schema, dataSource, signals, trailKeys(auditKey, definition.schema).acts);
  }

  /** Runs one act; one that lost to another at the same moment was undone whole, so it is tried again. */
  async transaction<T>(options: ActOptions, act: (tx: Transaction) => Promise<T>): Promise<T> {
    assertMayChange(options.actor);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await traced('transaction', traceAttributes(this.schema), () => this.#run(options, act));
      } catch (error) {
        if (!isRetryable(error) || attempt === ATTEMPTS) throw error;
        await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** attempt * (1 + Math.random())));
      }
    }
  }

  async read<T>(actor: Actor, view: (tx: ReadTransaction) => Promise<T>): Promise<T> {
    const session = this.openReads(actor);
    try {
      return await view(session);
    } finally {
      await session.close();
    }
  }

  /** Reads of one operation: the connection is taken and scoped at the first query, and given back at `close`. */
  openReads(actor: Actor): ReadSession {
    return new ReadSession(this.dataSource, this.schema, actor);
  }

  async ping(): Promise<void> {
    await this.dataSource.query('select 1');
  }

  /** How the pool is used now. */
  get connections(): { readonly busy: number; readonly idle: number; readonly waiting: number } {
    const { totalCount, idleCount, waitingCount } = (this.dataSource.driver as PostgresDriver).master as Pool;
    return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }

  async #run<T>(options: ActOptions, act: (tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await begin(runner, this.schema, options.actor);
      const work = new UnitOfWork({ ...options, runner, schema: this.schema, actsKey: this.actsKey });
      const result = await act(work);
      await work.flush();
      await commit(runner);
      work.tellSignals(this.signals);
      return result;
    } catch (error) {
      await rollback(runner);
      throw asRefusal(error);
    } finally {
      await runner.release();
    }
  }
}

/** Programs and inspectors read; what their sessions and exports leave behind is written by the system. */
function assertMayChange(actor: Actor): void {
  if (isService(actor)) throw persistenceError('PERSON_REQUIRED');
  if (isPerson(actor) && actor.role === 'INSPECTOR') throw persistenceError('INSPECTION_READ_ONLY');
}

/** Whose statement it is; not which, for statements carry what a trace should not. */
const traceAttributes = (schema: string) => ({ 'db.system': 'postgresql', 'db.namespace': schema });

export class ReadSession implements ReadTransaction {
  readonly committeeId: Id;
  #runner: QueryRunner | null = null;
  #last: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly schema: string,
    readonly actor: Actor,
  ) {
    this.committeeId = actor.committeeId;
  }

  /** One after another: a connection does one statement at a time. */
  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const rows = this.#last.then(() =>
      traced('read', traceAttributes(this.schema), () => this.#run<Row>(sql, parameters)),
    );
    this.#last = rows.then(
      () => undefined,
      () => undefined,
    );
    return rows;
  }

  async close(): Promise<void> {
    const runner = this.#runner;
    this.#runner = null;
    if (runner === null) return;
    await rollback(runner);
    await runner.release();
  }

  async #run<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    this.#runner ??= await this.#open();
    try {
      return await this.#runner.query(sql, [...parameters]);
    } catch (error) {
      // Fields of one operation share the transaction: the failure of one must not become the failure of the others.
      await this.close();
      throw asRefusal(error);
    }
  }

  async #open(): Promise<QueryRunner> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await begin(runner, this.schema, this.actor, 'read only');
      return runner;
    } catch (error) {
      await rollback(runner);
      await runner.release();
      throw error;
    }
  }
}

async function begin(runner: QueryRunner, schema: string, actor: Actor, mode?: 'read only'): Promise<void> {
  await runner.startTransaction();
  if (mode) await runner.query('set transaction read only');
  const { text, values } = scopeStatement(schema, actor);
  await preparedQuery(runner, text, values, `${schema}-scope`);
}

/** Postgres answers COMMIT of a failed transaction with ROLLBACK and no error: the tag is the only witness. */
async function commit(runner: QueryRunner): Promise<void> {
  const client: PoolClient = await runner.connect();
  const { command } = await client.query('COMMIT');
  if (command !== 'COMMIT') throw new Error(`commit was answered with ${command}: a failed statement was swallowed`);
}

async function rollback(runner: QueryRunner): Promise<void> {
  if (!runner.isTransactionActive) return;
  const client: PoolClient = await runner.connect();
  // A connection that cannot even roll back is broken, and the pool drops it at release: the first error is the news.
  await client.query('ROLLBACK').catch(() => undefined);
}
