import { type Signals, servicesChanged } from '@hub/runtime';

/** Lets what programs may do no more end at once: changes are rare, so that everything remembered of them goes. */
export function followServices(signals: Signals, forget: () => void): () => void {
  return signals.listen(servicesChanged, { onSignal: forget, onGap: forget });
}
