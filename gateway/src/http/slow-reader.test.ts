import { Readable } from 'node:stream';

import { Harness } from '../../testing/harness';
import { RawClient } from '../../testing/raw-client';

/** More than the buffers of a system between two sockets hold. */
const BIG = 32 * 2 ** 20;
const PIECE = Buffer.alloc(64 * 1024);

function* pieces() {
  for (let sent = 0; sent < BIG; sent += PIECE.length) yield PIECE;
}

const file = () => ({ name: 'a.txt', contentType: 'text/plain', size: BIG, stream: Readable.from(pieces()) });

describe('a client that asks for much', () => {
  const hub = new Harness();
  let authorization: string;
  beforeAll(async () => {
    const files = { upload: () => Promise.reject(new Error('unused')), open: async () => file() };
    await hub.start({ files, limits: { slowReaderMs: 300 } });
    ({ authorization } = await hub.bearer());
  });
  afterAll(() => hub.stop());

  async function ask(path: string, requestId: string): Promise<RawClient> {
    const client = await RawClient.open(hub.port);
    client.write(
      `GET ${path} HTTP/1.1\r\nHost: hub\r\nX-Request-Id: ${requestId}\r\nAuthorization: ${authorization}\r\n\r\n`,
    );
    return client;
  }

  const answer = `/graphql?query=${encodeURIComponent(`{ big(size: ${Math.floor(BIG / 3)}) }`)}`;

  it.each([
    ['an answer', answer],
    ['a file', '/files/token'],
  ])('and reads nothing of %s is cut off', async (what, path) => {
    const id = what.replaceAll(' ', '-');
    const client = await ask(path, id);
    client.pause();
    expect(await hub.requestLine(id)).toMatchObject({ status: 200, slowReader: true });
    client.hangUp();
  });

  it('and takes a little of the answer now and then is cut off too', async () => {
    const client = await ask(answer, 'sips');
    client.pause();
    const sips = setInterval(() => client.sip(), 20);
    expect(await hub.requestLine('sips')).toMatchObject({ status: 200, slowReader: true });
    clearInterval(sips);
    client.hangUp();
  });

  it('and reads has it whole, and its connection goes on', async () => {
    const client = await ask('/graphql?query={hello}', 'quick');
    await client.until('"hello"');
    expect(await hub.requestLine('quick')).not.toHaveProperty('slowReader');
    await new Promise((resolve) => setTimeout(resolve, 600));
    client.write(`GET /graphql?query={whoami} HTTP/1.1\r\nHost: hub\r\nAuthorization: ${authorization}\r\n\r\n`);
    await client.until('"whoami"');
    client.hangUp();
  });
});
