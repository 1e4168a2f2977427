import { refusalOf } from '@hub/testing';
import { cleanTitle, normalizeBody, TEXT_LIMIT, TITLE_LIMIT } from './text-normalization';

describe('a text', () => {
  it.each([
    ['NUL', '正文\u0000'],
    ['escape', '正\u001b[31m文'],
    ['vertical tab', '正\u000b文'],
    ['C1', '正\u0085文'],
    ['direction override', '正\u202e文'],
    ['line separator', '正\u2028文'],
    ['half a surrogate pair', '正\ud83d文'],
  ])('with %s is refused', (_, text) => {
    expect(refusalOf(() => normalizeBody(text))).toBe('CONTROL_CHARACTERS');
  });

  it('is bounded', () => {
    expect(refusalOf(() => normalizeBody('字'.repeat(TEXT_LIMIT + 1)))).toBe('TEXT_TOO_LONG');
  });

  it('is not empty where it is the body', () => {
    expect(refusalOf(() => normalizeBody(' \n\u3000'))).toBe('BODY_REQUIRED');
    expect(normalizeBody('正文')).toBe('正文');
  });
});

describe('a title', () => {
  it.each([
    [
      '关于印发《市直机关创建模范机关实施方案》的通 知',
      '关于印发《市直机关创建模范机关实施方案》的通知',
      ['TITLE_SPACES'],
    ],
    ['关于使用 Office 365 的通知', '关于使用Office 365的通知', ['TITLE_SPACES']],
    ['  关于创建的通知\n', '关于创建的通知', []],
    ['关于换届的通知。', '关于换届的通知。', ['TITLE_PUNCTUATION']],
    ['关于\n换届的通 知！', '关于换届的通知！', ['TITLE_SPACES', 'TITLE_PUNCTUATION']],
    ['关于印发《办法》', '关于印发《办法》', []],
  ])('%j is kept as %j with %j', (raw, title, rules) => {
    const clean = cleanTitle(raw);
    expect(clean.title).toBe(title);
    expect(clean.findings.map((finding) => finding.ruleId)).toEqual(rules);
  });

  it.each([
    ['题'.repeat(TITLE_LIMIT), null],
    ['题'.repeat(TITLE_LIMIT + 1), 'TITLE_TOO_LONG'],
    ['题'.repeat(10_000), 'TITLE_TOO_LONG'],
    [' \u3000 ', 'TITLE_REQUIRED'],
    ['关于\u0007换届的通知', 'CONTROL_CHARACTERS'],
  ])('%# is refused with its reason', (raw, reason) => {
    expect(refusalOf(() => cleanTitle(raw))).toBe(reason);
  });
});
