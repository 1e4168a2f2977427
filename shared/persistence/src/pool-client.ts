import type { ClientBase } from 'pg';

/**
 * For the `onConnect` of a pool. A server that ends a connection in the same packet in which it greets it makes the
 * client emit 'error' before whoever asked for it can listen, and an 'error' nobody hears ends the process. The loss
 * itself is told by the next query.
 */
export function keepProcessAlive(client: ClientBase): void {
  client.on('error', () => undefined);
}
