import { parsePrintedText, textBeforeAnnexes } from './printed-text';
import { MODEL_ORGANS, PIONEER_SYSTEM } from './testing/seed-text';

describe('a printed paper', () => {
  it('140号 is read with its broken title, its addressees and its annexes', () => {
    const paper = parsePrintedText(MODEL_ORGANS);
    expect(paper).toMatchObject({
      headLines: ['中共焦作市委市直机关工委', '焦直文〔2020〕140号'],
      documentNumber: { kind: 'NUMBER', number: { prefix: '焦直文', year: 2020, sequence: 140 } },
      title: '关于印发《市直机关创建模范机关实施方案》的通知',
      addresseeLine: '市直和省部属驻焦各单位基层党组织：',
      writtenOn: '2020-10-15',
      annexTitles: ['市直机关创建模范机关单位名单', '2020年市直机关创建模范机关考评要点'],
    });
    expect(paper.titleFindings.map((finding) => finding.ruleId)).toEqual(['TITLE_SPACES']);
  });

  it('141号 is read without addressees', () => {
    expect(parsePrintedText(PIONEER_SYSTEM)).toMatchObject({
      documentNumber: { kind: 'NUMBER', number: { prefix: '焦直文', year: 2020, sequence: 141 } },
      title: '关于创建“党建先锋系统”的实施意见',
      titleFindings: [],
      addresseeLine: null,
      writtenOn: '2020-10-15',
      annexTitles: [],
    });
  });

  it.each([
    ['各单位：', '各单位：'],
    ['各县（市、区）委，市直各单位党组:', '各县（市、区）委，市直各单位党组:'],
    ['现将有关事项通知如下：', null],
    ['为做好换届工作，通知如下：', null],
    ['各单位要高度重视。', null],
  ])('whose text begins with “%s” has the addressee line %j', (line, expected) => {
    expect(parsePrintedText(`关于换届的通知\n${line}\n一、总体要求`).addresseeLine).toBe(expected);
  });

  it('may be a draft without head, number and date', () => {
    expect(parsePrintedText('关于召开会议的\n通知\n\n各单位：\n定于下周开会。')).toMatchObject({
      headLines: [],
      documentNumber: null,
      title: '关于召开会议的通知',
      addresseeLine: '各单位：',
      writtenOn: null,
    });
  });

  it('may be empty or have a masked number', () => {
    expect(parsePrintedText('')).toMatchObject({ title: null, documentNumber: null });
    expect(parsePrintedText('闽委办发〔xxxx〕x号\n关于机制的通知').documentNumber).toEqual({
      kind: 'UNPARSED',
      text: '闽委办发〔xxxx〕x号',
    });
  });

  it('does not take an impossible day for a date', () => {
    expect(parsePrintedText('关于会议的通知\n2020年2月30日').writtenOn).toBeNull();
  });

  it('ends where its annexes are listed', () => {
    expect(textBeforeAnnexes('正文\n附件：1.名单\n附件1')).toBe('正文');
    expect(textBeforeAnnexes('正文提到附件的内容。')).toBe('正文提到附件的内容。');
  });
});
