import { readDraft } from './draft-content';
import { MODEL_ORGANS, PIONEER_SYSTEM } from './testing/seed-text';

describe('a draft that is pasted as printed', () => {
  it('gives its title, its 主送 and its length', () => {
    const { content, findings } = readDraft({ text: MODEL_ORGANS });
    expect(content).toMatchObject({
      title: '关于印发《市直机关创建模范机关实施方案》的通知',
      addresseeLine: '市直和省部属驻焦各单位基层党组织：',
      copyLine: null,
      characterCount: 5619,
    });
    expect(findings.map((finding) => finding.ruleId)).toEqual(['TITLE_SPACES']);
  });

  it('prints no 主送 when there is none', () => {
    expect(readDraft({ text: PIONEER_SYSTEM }).content.addresseeLine).toBeNull();
  });
});

describe('the digest of a draft', () => {
  const digest = (change: Partial<Parameters<typeof readDraft>[0]>): string =>
    readDraft({ text: '现通知如下。', title: '关于检查的通知', addresseeLine: '各单位：', ...change }).content
      .textDigest;

  it('is the same for the same signed text', () => {
    expect(digest({})).toBe(digest({ text: '现通知如下。' }));
  });

  it.each([
    [{ text: '现通知如下！' }],
    [{ title: '关于巡查的通知' }],
    [{ addresseeLine: null }],
    [{ copyLine: '市纪委。' }],
    [{ annexTitles: ['名单'] }],
  ])('changes with %j', (change) => {
    expect(digest(change)).not.toBe(digest({}));
  });
});
