/** One event of a stream of server-sent events, as far as GraphQL over SSE uses them. */
export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

const LINE_END = /\r\n|\n|\r/;

/** Reads server-sent events (WHATWG HTML §9.2.6) from the bytes of a body. Throws when one is longer than allowed. */
export async function* readEvents(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<StreamEvent, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  let event = '';
  let data: string[] = [];
  let size = 0;
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true });
    // A CR at the end may be half of a CRLF: it waits for what follows.
    const lines = rest.endsWith('\r') ? [] : rest.split(LINE_END);
    if (lines.length > 0) rest = lines.pop() ?? '';
    for (const line of lines) {
      size += line.length;
      if (line === '') {
        if (event !== '' || data.length > 0) yield { event, data: data.join('\n') };
        [event, data, size] = ['', [], 0];
      } else if (line.startsWith('event:')) event = fieldValue(line);
      else if (line.startsWith('data:')) data.push(fieldValue(line));
    }
    if (rest.length + size > maxBytes) throw new Error(`an event is longer than ${maxBytes} bytes`);
  }
}

function fieldValue(line: string): string {
  const value = line.slice(line.indexOf(':') + 1);
  return value.startsWith(' ') ? value.slice(1) : value;
}
