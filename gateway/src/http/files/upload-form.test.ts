import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';

import { PDF } from '../../../testing/file-samples';
import { receiveForm } from './upload-form';

const part = (disposition: string, value: string | Buffer) =>
  `--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${value}\r\n`;

const FORM = [
  part('name="purpose"', 'dispatch.attachment'),
  part('name="targetId"', '01980000-0000-7000-8000-000000000009'),
  part('name="file"; filename="附件.pdf"', PDF),
].join('');

describe('an upload form', () => {
  /** Gives the form all but its last line, lets the taker have every byte of the file, and then ends as told. */
  async function receive(lastLine: string): Promise<string> {
    const body = new PassThrough();
    let received = Buffer.alloc(0);
    const taken = receiveForm({ 'content-type': 'multipart/form-data; boundary=b' }, body, async ({ name, stream }) => {
      for await (const chunk of stream) received = Buffer.concat([received, chunk]);
      return name;
    });
    body.write(`${FORM}--b`);
    while (received.length < PDF.length) await turn();
    await turn();
    body.end(lastLine);
    return taken;
  }

  it('ends the file when the form ends', async () => {
    expect(await receive('--\r\n')).toBe('附件.pdf');
  });

  it('does not end a file that arrived whole in a form that did not', async () => {
    await expect(receive('\r\n')).rejects.toMatchObject({ reason: 'UPLOAD_INCOMPLETE' });
  });

  it('does not end a file that is followed by another', async () => {
    const another = part('name="file"; filename="b.pdf"', PDF).slice('--b'.length);
    await expect(receive(`${another}--b--\r\n`)).rejects.toMatchObject({ reason: 'UPLOAD_FORM_INVALID' });
  });
});
