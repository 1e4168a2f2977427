import type { Exchange } from './exchange';

/** The client is gone: nobody is left to tell. */
export class ClientLeft extends Error {
  override readonly name = 'AbortError';
}

type Writing = Pick<Exchange, 'response' | 'slowReaderMs' | 'notes'>;

/** Resolves when there is room for more: until then nothing more is asked for, and none is held. */
export function write(writing: Writing, chunk: string | Uint8Array): Promise<void> {
  const { response } = writing;
  if (response.destroyed) return Promise.reject(new ClientLeft());
  if (chunk.length === 0 || response.write(chunk)) return Promise.resolve();
  return until(writing, 'drain');
}

/** Resolves when the last byte has been handed over. */
export function end(writing: Writing): Promise<void> {
  const { response } = writing;
  if (response.destroyed) return Promise.reject(new ClientLeft());
  const finished = until(writing, 'finish');
  response.end();
  return finished;
}

/**
 * Cuts a client off that does not take in time what is being sent to it, however little it takes now and then: what
 * waits for it is held in memory. Answers what calls that off.
 */
export function cutOffWhenSlow({ response, slowReaderMs, notes }: Writing): () => void {
  const timer = setTimeout(() => {
    notes.slowReader = true;
    response.destroy();
  }, slowReaderMs).unref();
  return () => clearTimeout(timer);
}

function until(writing: Writing, event: 'drain' | 'finish'): Promise<void> {
  const { response } = writing;
  return new Promise((resolve, reject) => {
    const inTime = cutOffWhenSlow(writing);
    const onEvent = () => settle(resolve);
    const onClose = () => settle(() => reject(new ClientLeft()));
    const settle = (act: () => void) => {
      inTime();
      response.off(event, onEvent).off('close', onClose);
      act();
    };
    response.once(event, onEvent).once('close', onClose);
  });
}
