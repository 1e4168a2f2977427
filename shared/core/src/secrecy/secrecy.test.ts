import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { assertNotClassified, type SecrecyInput, scanSecrecy } from './secrecy';

const DOCUMENTS = join(__dirname, '../../../../infra/seed/documents');
/** Two papers, as the work committee published them. */
const MODEL_ORGANS = readFileSync(join(DOCUMENTS, '140-model-organs.txt'), 'utf8');
const PIONEER_SYSTEM = readFileSync(join(DOCUMENTS, '141-pioneer-system.txt'), 'utf8');

const cases: [string, SecrecyInput, 'BLOCK' | 'WARN' | 'CLEAR'][] = [
  ['a level with star and term', { body: '机密★1年' }, 'BLOCK'],
  ['spaces between the signs', { body: '机 密 ★ 1 年' }, 'BLOCK'],
  ['wide spaces and invisible signs', { body: '机\u3000密\u200b★\u00a01年' }, 'BLOCK'],
  ['no term at all', { body: '绝密★长期' }, 'BLOCK'],
  ['an empty star', { body: '秘密☆６个月' }, 'BLOCK'],
  ['an asterisk with a term', { body: '秘密*10年' }, 'BLOCK'],
  ['a wide asterisk with a term', { body: '机密＊三年' }, 'BLOCK'],
  ['a star without a term', { body: '本件为秘密★' }, 'BLOCK'],
  ['a term without a star', { body: '机密 1年\n关于某事的通知' }, 'BLOCK'],
  ['traditional signs', { body: '絕密★長期' }, 'BLOCK'],
  ['numbers in words', { headLines: ['秘密★壹拾年'] }, 'BLOCK'],
  ['a level alone in the head', { headLines: ['000001', '机密'] }, 'BLOCK'],
  ['a level after its label in the head', { headLines: ['密级：秘密'] }, 'BLOCK'],
  ['a level beside the urgency in the head', { headLines: ['特急 机密'] }, 'BLOCK'],
  ['a level alone on a line of the body', { body: '通知\n  绝 密  \n各单位：' }, 'BLOCK'],
  ['a copy number in the head', { headLines: ['000123', '中共焦作市委'] }, 'BLOCK'],
  ['a copy number in wide digits', { headLines: ['０００１２３'] }, 'BLOCK'],
  ['a labelled copy number anywhere', { body: '份号：000123' }, 'BLOCK'],
  ['a copy number at the top of a scan', { ocrText: '000123\n中共焦作市委文件' }, 'BLOCK'],
  ['a level at the top of a scan', { ocrText: '机密★1年\n中共焦作市委文件' }, 'BLOCK'],
  ['a cipher telegram', { body: '密码电报' }, 'BLOCK'],
  ['a cipher telegram spaced out', { headLines: ['密 码 电 报'] }, 'BLOCK'],
  ['an internal periodical', { body: '内部刊物，注意保存' }, 'BLOCK'],
  ['an internal periodical without comma', { body: '内部刊物 注意保存' }, 'BLOCK'],
  ['a title that begins with a level', { title: '【机密】关于某事的通知' }, 'BLOCK'],
  ['a file name with a level', { fileName: '机密-实施方案.docx' }, 'BLOCK'],
  ['a file name with a level in brackets', { fileName: '实施方案（秘密）.pdf' }, 'BLOCK'],
  ['business secrets', { body: '保护企业商业秘密和个人隐私。' }, 'WARN'],
  ['keeping secrets', { body: '严格保守秘密，做好保密工作。' }, 'WARN'],
  ['business secrets with a term', { body: '离职后保守商业秘密3年。' }, 'WARN'],
  ['keeping secrets in a title', { title: '关于做好保守国家秘密工作的通知' }, 'WARN'],
  ['keeping secrets in a file name', { fileName: '保守秘密承诺书.docx' }, 'WARN'],
  ['a body that speaks of secrets in the head', { headLines: ['国家秘密鉴定委员会'] }, 'WARN'],
  ['a footnote after the word', { body: '保守秘密*见注释' }, 'WARN'],
  ['six digits in the body', { body: '邮编\n454000\n' }, 'CLEAR'],
  ['signs that only meet', { body: '请修改手机密码，有机密切地结合。' }, 'CLEAR'],
  ['140号', { headLines: ['中共焦作市委市直机关工委', '焦直文〔2020〕140号'], body: MODEL_ORGANS }, 'CLEAR'],
  ['141号', { ocrText: PIONEER_SYSTEM }, 'CLEAR'],
];

describe('the secrecy guard', () => {
  it.each(cases)('judges %s', (_, input, verdict) => {
    expect(scanSecrecy(input).verdict).toBe(verdict);
  });

  it('says where and as what, and never repeats the words', () => {
    const scan = scanSecrecy({ body: '通知\n机密★1年 王某某' });
    expect(scan.findings).toEqual([
      { mark: 'LEVEL_WITH_TERM', severity: 'BLOCK', place: 'BODY', position: 3, length: 5 },
    ]);
    expect(scan.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(scan)).not.toMatch(/\p{Script=Han}/u);
  });

  it('refuses without a word of the content', () => {
    const refuse = () => assertNotClassified(scanSecrecy({ title: '王某某', body: '绝密★长期' }));
    const details = { places: ['BODY'], marks: ['LEVEL_WITH_TERM'] };
    expect(refuse).toThrow(expect.objectContaining({ reason: 'SECRECY_MARKING', details }));
    expect(() => assertNotClassified(scanSecrecy({ body: '保守秘密' }))).not.toThrow();
  });

  it('counts only the first lines of a scan as its head', () => {
    const text = Array.from({ length: 10 }, (_, line) => `第${line}行`).join('\n');
    expect(scanSecrecy({ ocrText: `${text}\n454000` }).verdict).toBe('CLEAR');
    expect(scanSecrecy({ ocrText: `454000\n${text}` }).verdict).toBe('BLOCK');
  });

  it('lists no more than can be read, the blocks first', () => {
    const { verdict, findings } = scanSecrecy({ body: `${'保守秘密。'.repeat(500)}\n机密★1年` });
    expect(verdict).toBe('BLOCK');
    expect(findings).toHaveLength(100);
    expect(findings[0]?.mark).toBe('LEVEL_WITH_TERM');
  });

  it('knows the same content by its digest', () => {
    const digest = (body: string) => scanSecrecy({ body }).digest;
    expect(digest('正文')).toBe(digest('正文'));
    expect(digest('正文')).not.toBe(digest('正文。'));
  });
});
