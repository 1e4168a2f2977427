import { attachmentDisposition } from './content-disposition';
import { cleanFileName, extensionOf } from './file-name';

describe('a claimed file name', () => {
  it.each([
    ['通知.docx', '通知.docx'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system.ini', 'system.ini'],
    ['C:\\公文\\附件1.pdf', '附件1.pdf'],
    ['..', ''],
    ['.htaccess', 'htaccess'],
    ['a\u0000b\r\n.pdf', 'ab.pdf'],
    ['\u202Efdp.exe', 'fdp.exe'],
    ['a"<b>|?*:.pdf', 'a__b_____.pdf'],
    ['cafe\u0301.txt', 'caf\u00e9.txt'],
    ['  spaced.pdf  ', 'spaced.pdf'],
  ])('%j becomes %j', (claimed, clean) => {
    expect(cleanFileName(claimed)).toBe(clean);
  });

  it('keeps its extension when it is too long', () => {
    const clean = cleanFileName(`${'长'.repeat(500)}.pdf`);
    expect([clean.length, clean.endsWith('长.pdf')]).toEqual([200, true]);
  });

  it('has an extension in lower case, or none', () => {
    expect(['A.PDF', 'a.tar.gz', 'a', 'a.', '.pdf', 'a.p f'].map(extensionOf)).toEqual([
      'pdf',
      'gz',
      '',
      '',
      'pdf',
      '',
    ]);
  });

  it('is sent as an attachment that no name can break out of', () => {
    expect(attachmentDisposition('附件"1\\%.pdf')).toBe(
      'attachment; filename="___1__.pdf"; filename*=UTF-8\'\'%E9%99%84%E4%BB%B6%221%5C%25.pdf',
    );
    expect(attachmentDisposition("it's (1)*.txt")).toContain("UTF-8''it%27s%20%281%29%2A.txt");
  });
});
