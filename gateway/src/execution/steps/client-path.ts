import { clientKey } from '../data-keys';
import type { ErrorPath } from '../errors/response-error';

/** A path in data keys, as the client knows it. */
export function clientPath(path: ErrorPath, renamed?: ReadonlyMap<string, string>): ErrorPath {
  return path.map((key) => (typeof key === 'string' ? clientKey(renamed?.get(key) ?? key) : key));
}
