import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { DomainError } from '@hub/core';
import { FormData } from 'undici';

import { EXECUTABLE, PDF } from '../../../testing/file-samples';
import { CLERK, Harness } from '../../../testing/harness';
import { RawClient } from '../../../testing/raw-client';
import { createFileGateway, type UploadMetadata } from './file-gateway';
import { LocalFileStore } from './local-file-store';

const TARGET = '01980000-0000-7000-8000-000000000009';
const MIB = 1024 * 1024;

describe('/files', () => {
  const hub = new Harness();
  let directory: string;
  let recorded: UploadMetadata[];
  let recordUpload: (metadata: UploadMetadata) => Promise<{ id: string }>;
  let bearer: { authorization: string };

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hub-upload-'));
    const store = await LocalFileStore.open({ directory, maxBytes: MIB });
    const files = createFileGateway({
      store,
      recordUpload: (actor, requestId, metadata) => {
        expect([actor, typeof requestId]).toEqual([CLERK, 'string']);
        return recordUpload(metadata);
      },
      authorizeDownload: async (actor, token) => {
        const file = recorded.find(({ name }) => name === `${token}.pdf`);
        if (actor !== CLERK || !file) throw new DomainError('NOT_FOUND', 'FILE_LINK_EXPIRED', '下载链接已失效。');
        return { storageKey: file.storageKey, name: file.name, contentType: file.contentType };
      },
    });
    await hub.start({ files, limits: { uploadIdleMs: 2_000 } });
    bearer = await hub.bearer();
  });
  beforeEach(() => {
    recorded = [];
    recordUpload = async (metadata) => {
      recorded.push(metadata);
      return { id: 'file-1' };
    };
  });
  afterAll(async () => {
    await hub.stop();
    await rm(directory, { recursive: true });
  });

  const leftovers = () => readdir(join(directory, 'incoming'));
  /** Cleaning up goes on for a moment after a client that left. */
  const nothingLeft = async () => {
    while ((await leftovers()).length > 0) await new Promise((resolve) => setImmediate(resolve));
  };

  async function upload(
    parts: readonly (readonly [string, string | { name: string; bytes: Buffer }])[],
    headers = bearer,
  ) {
    const form = new FormData();
    for (const [name, part] of parts) {
      if (typeof part === 'string') form.append(name, part);
      else form.append(name, new Blob([part.bytes], { type: 'application/x-lie' }), part.name);
    }
    return hub.send({ method: 'POST', path: '/files', headers, body: form });
  }
  const sound = (name: string, bytes: Buffer) =>
    upload([
      ['purpose', 'dispatch.attachment'],
      ['targetId', TARGET],
      ['file', { name, bytes }],
    ]);
  const reasonOf = (answer: Awaited<ReturnType<Harness['send']>>) => [
    answer.status,
    answer.json.errors[0].extensions.reason,
    answer.json.errors[0].extensions.requestId === answer.headers['x-request-id'],
  ];

  it('takes a form, and tells the subgraph what came', async () => {
    const answer = await sound('附件1.pdf', PDF);
    expect([answer.status, answer.json]).toEqual([
      201,
      { id: 'file-1', name: '附件1.pdf', contentType: 'application/pdf', size: PDF.length, sha256: expect.any(String) },
    ]);
    expect(recorded).toEqual([
      {
        purpose: 'dispatch.attachment',
        targetId: TARGET,
        name: '附件1.pdf',
        contentType: 'application/pdf',
        size: PDF.length,
        sha256: answer.json.sha256,
        storageKey: answer.json.sha256,
      },
    ]);
  });

  it('takes bare bytes', async () => {
    const search = new URLSearchParams({ purpose: 'dispatch.attachment', targetId: TARGET, name: '附件.pdf' });
    const headers = { ...bearer, 'content-type': 'application/pdf' };
    const answer = await hub.send({ method: 'POST', path: `/files?${search}`, headers, body: PDF });
    expect([answer.status, answer.json.name]).toEqual([201, '附件.pdf']);
  });

  it('takes a file of exactly the limit and refuses one byte more', async () => {
    const bytes = Buffer.concat([PDF, Buffer.alloc(MIB + 1 - PDF.length)]);
    expect((await sound('a.pdf', bytes.subarray(0, MIB))).status).toBe(201);
    expect(reasonOf(await sound('a.pdf', bytes))).toEqual([413, 'FILE_TOO_LARGE', true]);
    expect(await leftovers()).toEqual([]);
  });

  it('reads the refusal of a bare body far over the limit', async () => {
    const search = new URLSearchParams({ purpose: 'dispatch.attachment', targetId: TARGET, name: 'a.pdf' });
    const body = Buffer.concat([PDF, Buffer.alloc(8 * MIB)]);
    const answer = await hub.send({ method: 'POST', path: `/files?${search}`, headers: bearer, body });
    expect(reasonOf(answer)).toEqual([413, 'FILE_TOO_LARGE', true]);
  });

  it.each([
    ['empty', 'a.pdf', Buffer.alloc(0), 400, 'FILE_EMPTY'],
    ['of a type not kept', 'a.exe', EXECUTABLE, 415, 'FILE_TYPE_REFUSED'],
    ['not what its name says', 'a.docx', PDF, 415, 'FILE_TYPE_MISMATCH'],
  ])('refuses a file that is %s', async (_, name, bytes, status, reason) => {
    expect(reasonOf(await sound(name, bytes))).toEqual([status, reason, true]);
    expect([await leftovers(), recorded]).toEqual([[], []]);
  });

  it('refuses forms that say too little or too much', async () => {
    const purpose = ['purpose', 'dispatch.attachment'] as const;
    const target = ['targetId', TARGET] as const;
    const file = ['file', { name: 'a.pdf', bytes: PDF }] as const;
    expect(reasonOf(await upload([target, file]))).toEqual([400, 'FILE_PURPOSE_INVALID', true]);
    expect(reasonOf(await upload([['purpose', '../x'], target, file]))).toEqual([400, 'FILE_PURPOSE_INVALID', true]);
    expect(reasonOf(await upload([purpose, file]))).toEqual([400, 'FILE_TARGET_INVALID', true]);
    expect(reasonOf(await upload([file, purpose, target]))).toEqual([400, 'FILE_PURPOSE_INVALID', true]);
    expect(reasonOf(await upload([purpose, target]))).toEqual([400, 'FILE_REQUIRED', true]);
    expect(reasonOf(await upload([purpose, target, file, file]))).toEqual([400, 'UPLOAD_FORM_INVALID', true]);
    expect(reasonOf(await upload([['purpose', 'x'.repeat(2000)], target]))).toEqual([400, 'UPLOAD_FORM_INVALID', true]);
    expect([await leftovers(), recorded]).toEqual([[], []]);
  });

  it('refuses a form without a boundary', async () => {
    const headers = { ...bearer, 'content-type': 'multipart/form-data' };
    const answer = await hub.send({ method: 'POST', path: '/files', headers, body: 'x' });
    expect(reasonOf(answer)).toEqual([400, 'UPLOAD_FORM_INVALID', true]);
  });

  const formHead = `--b\r\nContent-Disposition: form-data; name="purpose"\r\n\r\ndispatch.attachment\r\n--b\r\nContent-Disposition: form-data; name="targetId"\r\n\r\n${TARGET}\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n${PDF}`;
  const formType = 'multipart/form-data; boundary=b';

  it.each([
    ['in the file', formHead],
    ['after the file', `${formHead}\r\n--b\r\n`],
    ['before the file', formHead.slice(0, 60)],
  ])('keeps and records nothing of a form that ends %s', async (_, body) => {
    const answer = await hub.send({
      method: 'POST',
      path: '/files',
      headers: { ...bearer, 'content-type': formType },
      body,
    });
    expect(reasonOf(answer)).toEqual([400, 'UPLOAD_INCOMPLETE', true]);
    expect([await leftovers(), recorded]).toEqual([[], []]);
  });

  const requestHead = (id: string) =>
    `POST /files HTTP/1.1\r\nHost: hub\r\nX-Request-Id: ${id}\r\nAuthorization: ${bearer.authorization}\r\nContent-Type: ${formType}\r\nContent-Length: 5000\r\n\r\n`;

  it('gives up on an upload that falls silent', async () => {
    const client = await RawClient.open(hub.port);
    client.write(requestHead('silent') + formHead);
    expect(await client.until('UPLOAD_TIMEOUT')).toContain('HTTP/1.1 408');
    expect([await leftovers(), recorded]).toEqual([[], []]);
    client.hangUp();
  });

  it('keeps nothing when the client hangs up', async () => {
    const client = await RawClient.open(hub.port);
    client.write(requestHead('gone') + formHead);
    while ((await leftovers()).length === 0) await new Promise((resolve) => setImmediate(resolve));
    client.hangUp();
    expect(await hub.requestLine('gone')).toMatchObject({ aborted: true });
    await nothingLeft();
    expect(recorded).toEqual([]);
    expect(hub.log.filter(({ msg }) => msg === 'internal error')).toEqual([]);
  });

  it('answers in the words of the subgraph when it refuses', async () => {
    recordUpload = () => Promise.reject(new DomainError('FORBIDDEN', 'NOT_YOUR_DRAFT', '这份草稿不归您。'));
    expect(reasonOf(await sound('a.pdf', PDF))).toEqual([403, 'NOT_YOUR_DRAFT', true]);
  });

  it('lets nobody in who is not signed in', async () => {
    expect(reasonOf(await upload([], {} as typeof bearer))).toEqual([401, 'SIGN_IN_REQUIRED', true]);
    expect(reasonOf(await hub.get('/files/token'))).toEqual([401, 'SIGN_IN_REQUIRED', true]);
  });

  it('sends a download as an attachment that can run nothing', async () => {
    await sound('link.pdf', PDF);
    const answer = await hub.get('/files/link', { ...bearer, 'x-request-id': 'download' });
    expect([answer.status, answer.bytes]).toEqual([200, PDF]);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-disposition': 'attachment; filename="link.pdf"; filename*=UTF-8\'\'link.pdf',
      'content-security-policy': expect.stringMatching(/^sandbox;/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(await hub.requestLine('download')).toMatchObject({ path: '/files/*', accountId: CLERK.accountId });
  });

  it('refuses a download the subgraph does not grant, and tokens that are none', async () => {
    expect(reasonOf(await hub.get('/files/other', bearer))).toEqual([404, 'FILE_LINK_EXPIRED', true]);
    expect(reasonOf(await hub.get('/files/..%2f..%2fetc', bearer))).toEqual([404, 'ROUTE_NOT_FOUND', true]);
  });

  it('blames nobody when the client leaves in the middle of a download', async () => {
    const stream = new PassThrough();
    const file = { name: 'a.txt', contentType: 'text/plain', size: 10, stream };
    const slow = await new Harness().start({
      files: { upload: () => Promise.reject(new Error('unused')), open: async () => file },
    });
    const client = await RawClient.open(slow.port);
    client.write(
      `GET /files/token HTTP/1.1\r\nHost: hub\r\nX-Request-Id: left\r\nAuthorization: ${bearer.authorization}\r\n\r\n`,
    );
    stream.write('first');
    await client.until('first');
    client.hangUp();
    expect(await slow.requestLine('left')).toMatchObject({ aborted: true, status: 200 });
    await slow.stop();
    expect(stream.destroyed).toBe(true);
    expect(slow.log.map(({ msg }) => msg)).toEqual(['request']);
  });

  it('does not exist without a file gateway', async () => {
    const bare = await new Harness().start();
    expect((await bare.send({ method: 'POST', path: '/files' })).status).toBe(404);
    await bare.stop();
  });
});
