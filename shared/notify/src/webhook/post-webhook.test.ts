import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { postWebhook } from './post-webhook';

it('connects to the addresses that were looked at, and asks for no name again', async () => {
  const hosts: (string | undefined)[] = [];
  const server = createServer(({ headers }, response) => {
    hosts.push(headers.host);
    response.end('heard');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // A name that no resolver knows: only what was found before can have led here.
  const url = new URL(`http://hooks.invalid:${port}/`);
  const addresses = [{ address: '127.0.0.1', family: 4 }];
  const answer = await postWebhook({ url, headers: {}, body: '{}' }, addresses, AbortSignal.timeout(30_000));
  expect(answer).toMatchObject({ status: 200, body: 'heard', isCut: false });
  expect(hosts).toEqual([`hooks.invalid:${port}`]);
  await new Promise((resolve) => server.close(resolve));
});
