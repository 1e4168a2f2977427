import {
  type ContextOptions,
  createUseCaseContext,
  type ReadSession,
  type ReadTransaction,
  type UseCaseContext,
} from '@hub/persistence';
import type { Signals } from '@hub/runtime';

import { type AskedOperation, noteInspection } from './inspection';

/** What a subscription listens to, and what ends it. */
export interface SubscriptionHost {
  readonly signals: Signals;
  readonly ended: AbortSignal;
}

interface HubContextOptions<Deps> extends ContextOptions<Deps> {
  readonly subscription?: SubscriptionHost;
}

/**
 * The context of one GraphQL operation in one subgraph: a use-case context whose reads share one lazily opened read
 * transaction, and whose loaders live as long as the operation. No `#private` members: Apollo Server hands resolvers a
 * shallow copy, which would not have them.
 */
export class HubContext<Deps = unknown> implements UseCaseContext<Deps> {
  readonly loaders = new Map<object, unknown>();
  private readonly useCases: UseCaseContext<Deps>;
  private readonly options: HubContextOptions<Deps>;
  private reads: ReadSession | null = null;

  private constructor(options: HubContextOptions<Deps>) {
    this.options = options;
    this.useCases = createUseCaseContext(options);
  }

  /** The only way to one: what an inspector asks is noted before anything can be read with it. */
  static async open<Deps>(options: HubContextOptions<Deps>, operation: AskedOperation): Promise<HubContext<Deps>> {
    await noteInspection(options, operation);
    return new HubContext(options);
  }

  get deps() {
    return this.options.deps;
  }

  /** Only where a subscription begins. */
  get subscription(): SubscriptionHost {
    if (!this.options.subscription) throw new Error('only a subscription listens to signals');
    return this.options.subscription;
  }

  get actor() {
    return this.useCases.actor;
  }

  get requestId() {
    return this.useCases.requestId;
  }

  get clock() {
    return this.useCases.clock;
  }

  get ids() {
    return this.useCases.ids;
  }

  command: UseCaseContext['command'] = (name, input, act) => this.useCases.command(name, input, act);

  transaction: UseCaseContext['transaction'] = (act) => this.useCases.transaction(act);

  as: UseCaseContext<Deps>['as'] = (actor) => this.useCases.as(actor);

  async read<T>(view: (tx: ReadTransaction) => Promise<T>): Promise<T> {
    // No actor, no session: the use-case context says so in the right words.
    if (this.actor === null) return this.useCases.read(view);
    this.reads ??= this.options.database.openReads(this.actor);
    return view(this.reads);
  }

  /**
   * The context of one root mutation field. Its idempotency key carries the response name, so that two aliased acts in
   * one request are two acts. Reads of the field before it are closed first: an operation that waits for a second
   * connection while it holds one can starve the pool.
   */
  async forMutation(responseName: string): Promise<HubContext<Deps>> {
    await this.close();
    this.loaders.clear();
    const { idempotencyKey } = this.options;
    return new HubContext({
      ...this.options,
      idempotencyKey: idempotencyKey ? `${idempotencyKey}:${responseName}` : null,
    });
  }

  async close(): Promise<void> {
    const reads = this.reads;
    this.reads = null;
    await reads?.close();
  }
}
