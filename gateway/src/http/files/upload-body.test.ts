import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough, type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

import { RawClient } from '../../../testing/raw-client';
import { uploadBody } from './upload-body';

describe('the body of an upload', () => {
  it('is given up when the client is silent, and not while bytes still come', () => {
    jest.useFakeTimers();
    try {
      const request = new PassThrough();
      const body = uploadBody(request as Readable as IncomingMessage, 1000);
      for (let i = 0; i < 5; i += 1) {
        jest.advanceTimersByTime(999);
        request.emit('data', Buffer.from('x'));
      }
      expect(body.destroyed).toBe(false);
      jest.advanceTimersByTime(1000);
      expect(body.errored).toMatchObject({ reason: 'UPLOAD_TIMEOUT' });
    } finally {
      jest.useRealTimers();
    }
  });

  it('fails at once, not after the silence, when the client hangs up', async () => {
    let client: RawClient | null = null;
    const read = new Promise((resolve) => {
      const server = createServer((request) => {
        resolve(text(uploadBody(request, 60_000)).finally(() => server.close()));
        client?.hangUp();
      });
      server.listen(0, '127.0.0.1', async () => {
        client = await RawClient.open((server.address() as AddressInfo).port);
        client.write('POST / HTTP/1.1\r\nHost: hub\r\nContent-Length: 50\r\n\r\npart');
      });
    });
    await expect(read).rejects.toMatchObject({ reason: 'UPLOAD_INCOMPLETE' });
  });
});
