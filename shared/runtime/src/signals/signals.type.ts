import type { SignalDefinition, SignalPayload } from './signal';

export interface SignalListener<Payload> {
  onSignal(payload: Payload): void;
  /** Signals may have been missed: whatever they would have told about has to be read again. */
  onGap(): void;
}

/** Where signals go out. */
export interface SignalPublisher {
  /** Returns at once and never throws: what changed is committed, and must not fail for want of listeners. */
  publish<D extends SignalDefinition>(signal: D, payload: SignalPayload<D>): void;
}

/** Signals between the processes of one hub. Those of one process arrive in the order in which it published them. */
export interface Signals extends SignalPublisher {
  /** Answers the function that ends the listening. */
  listen<D extends SignalDefinition>(signal: D, listener: SignalListener<SignalPayload<D>>): () => void;
  close(): Promise<void>;
}
