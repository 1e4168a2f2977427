const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The value that a text, or a body in UTF-8, says; throws what `refuse` makes when it says none. */
export function parseJson(text: string | Buffer, refuse: () => Error): unknown {
  try {
    return JSON.parse(typeof text === 'string' ? text : utf8.decode(text));
  } catch {
    throw refuse();
  }
}
