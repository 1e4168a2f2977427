import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { EXECUTABLE, GB18030_TEXT, JPEG, officeZip, ole, PDF, PNG, zip } from '../../../../testing/file-samples';
import { FileContent } from './file-content';
import { sniffType } from './sniff-type';

describe('the type of a file by its content', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-sniff-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const sniff = async (bytes: Buffer | string) => {
    const path = join(folder, 'sample');
    await writeFile(path, bytes);
    const handle = await open(path);
    const { size } = await handle.stat();
    return sniffType(new FileContent(handle, size)).finally(() => handle.close());
  };

  it.each([
    ['pdf', PDF],
    ['png', PNG],
    ['jpeg', JPEG],
    ['docx', officeZip('word/document.xml')],
    ['xlsx', officeZip('xl/workbook.xml')],
    ['pptx', officeZip('ppt/presentation.xml')],
    ['ofd', zip(['OFD.xml', 'Doc_0/Document.xml'])],
    [
      'docx',
      zip(['[Content_Types].xml', 'word/document.xml'], 'PK\x05\x06 in the comment, which is longer than an end'),
    ],
    ['doc', ole(['Root Entry', 'WordDocument'])],
    ['xls', ole(['Root Entry', '1Table', 'Workbook'])],
    ['xls', ole(['Root Entry', 'Book'])],
    ['doc', ole(['Root Entry', 'WordDocument'], 110)],
    ['txt', 'plain text\r\n\twith a tab'],
    ['txt', '\ufeff关于开展模范机关建设的通知'],
    ['txt', GB18030_TEXT],
    ['txt', `${'a'.repeat(64 * 1024 - 1)}关`],
  ])('is %s (%#)', async (type, bytes) => {
    expect(await sniff(bytes)).toBe(type);
  });

  it.each([
    ['a program', EXECUTABLE],
    ['a plain ZIP file', zip(['readme.txt'])],
    ['a ZIP file with a part but no content types', zip(['word/document.xml'])],
    ['a document with macros', zip(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'])],
    ['a ZIP file cut short', officeZip('word/document.xml').subarray(0, 100)],
    ['a ZIP file with bytes after its end', Buffer.concat([officeZip('word/document.xml'), Buffer.from('x')])],
    ['an OLE file of something else', ole(['Root Entry', 'EncryptedPackage'])],
    ['an OLE file cut in its header', ole(['Root Entry']).subarray(0, 300)],
    ['text with a NUL', 'text\0more'],
    ['bytes that are sound in no encoding', Buffer.from('ffffff41', 'hex')],
  ])('is none we keep: %s', async (_, bytes) => {
    expect(await sniff(bytes)).toBeNull();
  });

  it('ends on a directory that runs in a circle', async () => {
    const circle = ole(['Root Entry', 'Other']);
    circle.writeUInt32LE(0, 512 * 3 + 4);
    expect(await sniff(circle)).toBeNull();
  });
});
