import { NOTE_LIMIT, normalizeNote } from './note';
import { refusalOf } from './testing/refusal';

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
    expect(refusalOf(() => normalizeNote('退回说明', '长'.repeat(NOTE_LIMIT + 1)))).toBe('TEXT_TOO_LONG');
    expect(refusalOf(() => normalizeNote('退回说明', '甲\u0000乙'))).toBe('CONTROL_CHARACTERS');
  });
});
