import { SignalBoard } from './signal-board';
import { writeMessage } from './signal-message';
import { type SendMessages, SignalOutlet } from './signal-outlet';
import type { Signals } from './signals.type';

/** What a store brings: a way out, and a way in that is opened once somebody listens. */
export interface SignalStore {
  readonly send: SendMessages;
  /** Delivers messages to the board until it is closed, and tells it of a gap whenever it is connected anew. */
  openInlet(board: SignalBoard): void;
  close(): Promise<void>;
}

export function connectedSignals(store: SignalStore, reportFault: (error: unknown) => void): Signals {
  const board = new SignalBoard(reportFault);
  const outlet = new SignalOutlet(store.send, reportFault);
  let listening = false;
  return {
    publish({ topic }, payload) {
      outlet.put(writeMessage({ topic, payload }));
    },
    listen(signal, listener) {
      const end = board.listen(signal, listener);
      if (!listening) store.openInlet(board);
      listening = true;
      return end;
    },
    async close() {
      await outlet.close();
      await store.close();
    },
  };
}
