import { keptBytes } from '../kept-bytes';

/** What stands before the value of an object's field. */
export function prefixOf(key: string, index: number): Uint8Array {
  return keptBytes(`${index === 0 ? '{' : ','}${JSON.stringify(key)}:`);
}
