import type { ServerResponse } from 'node:http';

/** The client is gone: nobody is left to tell. */
export class ClientLeft extends Error {
  override readonly name = 'AbortError';
}

/** Resolves when there is room for more: until then no further page is asked for, and none is held. */
export function write(response: ServerResponse, text: string): Promise<void> {
  if (response.destroyed) return Promise.reject(new ClientLeft());
  if (text === '' || response.write(text)) return Promise.resolve();
  return until(response, 'drain');
}

/** Resolves when the last byte has been handed over. */
export function end(response: ServerResponse): Promise<void> {
  if (response.destroyed) return Promise.reject(new ClientLeft());
  const finished = until(response, 'finish');
  response.end();
  return finished;
}

function until(response: ServerResponse, event: 'drain' | 'finish'): Promise<void> {
  return new Promise((resolve, reject) => {
    const onEvent = () => settle(resolve);
    const onClose = () => settle(() => reject(new ClientLeft()));
    const settle = (act: () => void) => {
      response.off(event, onEvent).off('close', onClose);
      act();
    };
    response.once(event, onEvent).once('close', onClose);
  });
}
