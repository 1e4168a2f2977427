export { connectSignals, type SignalSetting } from './connect-signals';
export { localSignals } from './local-signals';
export { SIGNAL_CONNECTIONS } from './postgres-signals';
export { servicesChanged } from './services-changed';
export { sessionsChanged } from './sessions-changed';
export { defineSignal, type SignalDefinition, type SignalPayload } from './signal';
export { type FeedOptions, signalFeed } from './signal-feed';
export type { SignalListener, SignalPublisher, Signals } from './signals.type';
