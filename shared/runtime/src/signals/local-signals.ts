import type { SignalDefinition } from './signal';
import { SignalBoard } from './signal-board';
import { writeMessage } from './signal-message';
import type { Signals } from './signals.type';

/** Signals that stay in this process. They take the form of a message all the same, so that nothing else gets through. */
export function localSignals(reportFault: (error: unknown) => void = () => undefined): Signals {
  const board = new SignalBoard(reportFault);
  return {
    publish: ({ topic }: SignalDefinition, payload: unknown) => board.deliver(writeMessage({ topic, payload })),
    listen: (signal, listener) => board.listen(signal, listener),
    close: async () => undefined,
  };
}
