/** What stands before the value of an object's field. */
export function prefixOf(key: string, index: number): Buffer {
  return Buffer.from(`${index === 0 ? '{' : ','}${JSON.stringify(key)}:`);
}
