import type { SignalDefinition, SignalPayload } from './signal';
import { payloadOf, topicOf } from './signal-message';
import type { SignalListener } from './signals.type';

interface Topic {
  readonly definition: SignalDefinition;
  readonly listeners: Set<SignalListener<never>>;
}

/** Who listens in this process. A message is read once, however many listen. */
export class SignalBoard {
  readonly #topics = new Map<string, Topic>();

  constructor(private readonly reportFault: (error: unknown) => void) {}

  listen<D extends SignalDefinition>(definition: D, listener: SignalListener<SignalPayload<D>>): () => void {
    const topic = this.#topics.get(definition.topic) ?? { definition, listeners: new Set() };
    this.#topics.set(definition.topic, topic);
    // A wrapper of its own: the same listener may listen twice.
    const entry: SignalListener<never> = {
      onSignal: (payload) => listener.onSignal(payload),
      onGap: () => listener.onGap(),
    };
    topic.listeners.add(entry);
    return () => {
      topic.listeners.delete(entry);
      if (topic.listeners.size === 0) this.#topics.delete(definition.topic);
    };
  }

  /** How many listen: what is left when everybody has gone is a leak. */
  get size(): number {
    return [...this.#topics.values()].reduce((sum, { listeners }) => sum + listeners.size, 0);
  }

  deliver(message: string): void {
    const topic = this.#topics.get(topicOf(message));
    if (!topic) return;
    const parsed = topic.definition.payload.safeParse(payloadOf(message));
    // A payload of another version of the hub says at least that something changed.
    this.#tell(topic, (listener) => (parsed.success ? listener.onSignal(parsed.data as never) : listener.onGap()));
  }

  /** The connection was away: any topic may have missed something. */
  gap(): void {
    for (const topic of this.#topics.values()) this.#tell(topic, (listener) => listener.onGap());
  }

  #tell({ listeners }: Topic, tell: (listener: SignalListener<never>) => void): void {
    for (const listener of [...listeners]) {
      try {
        tell(listener);
      } catch (error) {
        this.reportFault(error);
      }
    }
  }
}
