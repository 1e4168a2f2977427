import { NOTE_LIMIT, normalizeNote, normalizeText } from './text';

const refused = (reason: string) => expect.objectContaining({ kind: 'BAD_USER_INPUT', reason });

describe('a text', () => {
  it('has line feeds only, and one form of each character', () => {
    expect(normalizeText('正文', '一\r\n二\r三 e\u0301', 20)).toBe('一\n二\n三 \u00e9');
  });

  it('keeps tabs and characters beyond the basic plane', () => {
    expect(normalizeText('正文', '一\t二\n𠮷', 20)).toBe('一\t二\n𠮷');
  });

  it('is bounded', () => {
    expect(() => normalizeText('正文', '字'.repeat(21), 20)).toThrow(refused('TEXT_TOO_LONG'));
  });
});

describe('a word that goes with an act', () => {
  it.each([
    [null, null],
    [undefined, null],
    [' \n', null],
    [' 附件缺第2页\r\n', '附件缺第2页'],
  ])('%j is kept as %j', (raw, kept) => {
    expect(normalizeNote('退回说明', raw)).toBe(kept);
  });

  it('is refused when it is too long or carries control characters', () => {
    expect(() => normalizeNote('退回说明', '长'.repeat(NOTE_LIMIT + 1))).toThrow(refused('TEXT_TOO_LONG'));
    expect(() => normalizeNote('退回说明', '甲\u0000乙')).toThrow(refused('CONTROL_CHARACTERS'));
  });
});
