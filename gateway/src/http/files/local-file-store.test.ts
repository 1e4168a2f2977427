import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { EXECUTABLE, officeZip, PDF, PNG } from '../../../testing/file-samples';
import { LocalFileStore } from './local-file-store';

const SHA256 = createHash('sha256').update(PDF).digest('hex');

describe('the local file store', () => {
  let directory: string;
  let store: LocalFileStore;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hub-files-'));
    store = await LocalFileStore.open({ directory, maxBytes: 1024 });
  });
  afterEach(() => rm(directory, { recursive: true }));

  const put = (name: string, ...chunks: Buffer[]) => store.put({ name, stream: Readable.from(chunks) });
  const incoming = () => readdir(join(directory, 'incoming'));
  const objects = async () =>
    (await readdir(join(directory, 'objects'), { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );

  it('keeps a file under its hash and gives it back', async () => {
    const stored = await put('../附件.PDF', PDF.subarray(0, 7), PDF.subarray(7));
    expect(stored).toEqual({
      storageKey: SHA256,
      name: '附件.PDF',
      contentType: 'application/pdf',
      size: PDF.length,
      sha256: SHA256,
    });
    const { size, stream } = await store.open(stored.storageKey);
    expect([size, await buffer(stream)]).toEqual([PDF.length, PDF]);
    expect(await incoming()).toEqual([]);
  });

  it('lets nobody else on the machine read it', async () => {
    await put('a.pdf', PDF);
    const { mode } = await stat(join(directory, 'objects', SHA256.slice(0, 2), SHA256.slice(2, 4), SHA256));
    expect(mode & 0o777).toBe(0o600);
  });

  it('keeps the same content once, also when it comes twenty times at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => put(`${i}.pdf`, PDF)));
    expect(await objects()).toHaveLength(1);
    expect(await incoming()).toEqual([]);
  });

  it.each([
    ['nothing', 'a.pdf', Buffer.alloc(0), 'FILE_EMPTY'],
    ['a byte too many', 'a.pdf', Buffer.concat([PDF, Buffer.alloc(1025 - PDF.length)]), 'FILE_TOO_LARGE'],
    ['a program', 'a.exe', EXECUTABLE, 'FILE_TYPE_REFUSED'],
    ['a program as a PDF', 'a.pdf', EXECUTABLE, 'FILE_TYPE_REFUSED'],
    ['a page', 'a.html', Buffer.from('<script>'), 'FILE_TYPE_REFUSED'],
    ['a name without an extension', '..', PDF, 'FILE_TYPE_REFUSED'],
    ['a picture as a PDF', 'a.pdf', PNG, 'FILE_TYPE_MISMATCH'],
    ['a spreadsheet as a document', 'a.docx', officeZip('xl/workbook.xml'), 'FILE_TYPE_MISMATCH'],
  ])('refuses %s and keeps nothing', async (_, name, bytes, reason) => {
    await expect(put(name, bytes)).rejects.toMatchObject({ reason });
    expect([await incoming(), await objects()]).toEqual([[], []]);
  });

  it('takes a file of exactly the limit', async () => {
    expect((await put('a.pdf', Buffer.concat([PDF, Buffer.alloc(1024 - PDF.length)]))).size).toBe(1024);
  });

  it('stops reading at the limit', async () => {
    let read = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) {
          read += 1;
          yield Buffer.alloc(512);
        }
      })(),
    );
    await expect(store.put({ name: 'a.pdf', stream: endless })).rejects.toMatchObject({ reason: 'FILE_TOO_LARGE' });
    expect(endless.destroyed).toBe(true);
    expect(read).toBeLessThan(30);
  });

  it('keeps nothing of a stream that fails', async () => {
    const failing = Readable.from(
      (function* () {
        yield PDF;
        throw new Error('cable cut');
      })(),
    );
    await expect(store.put({ name: 'a.pdf', stream: failing })).rejects.toThrow('cable cut');
    expect([await incoming(), await objects()]).toEqual([[], []]);
  });

  it.each(['../../secret', 'f'.repeat(64), ''])('has no file under the key "%s"', async (key) => {
    await expect(store.open(key)).rejects.toMatchObject({ reason: 'FILE_MISSING' });
  });

  it('clears what a killed process left behind, but not what may still be written', async () => {
    const [old, young] = ['old.part', 'young.part'].map((name) => join(directory, 'incoming', name)) as [
      string,
      string,
    ];
    await Promise.all([writeFile(old, 'x'), writeFile(young, 'x')]);
    const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 60 * 60;
    await utimes(old, twoDaysAgo, twoDaysAgo);
    await LocalFileStore.open({ directory });
    expect(await incoming()).toEqual(['young.part']);
    expect(await readFile(young, 'utf8')).toBe('x');
  });
});
