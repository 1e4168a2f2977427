import type { Answer } from '../http/send';

/**
 * A page for whoever keeps the hub. What it shows is its maker's; who sees it, and that nothing but GET reaches it, is
 * the gateway's.
 */
export interface OperationsPage {
  /** Where it stands: `/ops/queues`. */
  readonly path: string;
  /** What is asked below its path, without the slash between; null: there is no such thing. */
  handle(below: string, search: URLSearchParams): Promise<Answer | null>;
}
