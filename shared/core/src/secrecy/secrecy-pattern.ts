export const SECRECY_MARKS = [
  /** 密级 with ★ or a term: 机密★1年, 绝密 长期. */
  'LEVEL_WITH_TERM',
  /** 密级 alone, where a marking stands. */
  'LEVEL_IN_POSITION',
  /** 份号: six digits in the head. */
  'COPY_NUMBER',
  'CIPHER_TELEGRAM',
  'INTERNAL_PERIODICAL',
  /** The word in running text. */
  'LEVEL_MENTIONED',
] as const;

export type SecrecyMark = (typeof SECRECY_MARKS)[number];

export const SECRECY_PLACES = ['TITLE', 'HEAD', 'BODY', 'FILE_NAME', 'OCR_HEAD', 'OCR_BODY'] as const;

export type SecrecyPlace = (typeof SECRECY_PLACES)[number];

export interface SecrecyPattern {
  readonly mark: SecrecyMark;
  readonly severity: 'BLOCK' | 'WARN';
  readonly places: readonly SecrecyPlace[];
  readonly pattern: RegExp;
}

// Two gaps never meet without a sign between them: a long run of spaces would be tried in every division.

/** Spaces of any width and invisible characters may stand between any two signs of a marking. */
const GAP = '[\\s\\u00ad\\u200b-\\u200f\\u2060\\ufeff]*';
/** The same within one line. */
const LINE_GAP = '[^\\S\\n\\r]*';

function spaced(...signs: readonly string[]): string {
  return signs.join(GAP);
}

const LEVEL = `(?:${spaced('[绝絕]', '密')}|${spaced('[机機]', '密')}|${spaced('[秘祕]', '密')})`;
const STAR = '[★☆✩✪✫✬✭✮✯✰⭐🌟*＊﹡∗⁎⋆]';
const DIGIT = '[0-9０-９一二三四五六七八九十〇零壹贰貳叁參肆伍陆陸柒捌玖拾两兩廿卅]';
const TERM = `(?:${DIGIT}(?:${GAP}${DIGIT})*${GAP}(?:年|(?:[个個]${GAP})?月|天|日)|${spaced('[长長]', '期')})`;
const NOT_AFTER_WORD = '(?<!\\p{Script=Han})';

const HEADS: readonly SecrecyPlace[] = ['HEAD', 'OCR_HEAD'];
const EVERYWHERE = SECRECY_PLACES;

function block(mark: SecrecyMark, places: readonly SecrecyPlace[], source: string): SecrecyPattern {
  return { mark, severity: 'BLOCK', places, pattern: new RegExp(source, 'gmu') };
}

/** From the most certain to the least. */
export const SECRECY_PATTERNS: readonly SecrecyPattern[] = [
  // An asterisk may be a footnote; with a term behind it, or any real star, it is a marking.
  block('LEVEL_WITH_TERM', EVERYWHERE, `${LEVEL}${GAP}${STAR}${GAP}${TERM}`),
  block('LEVEL_WITH_TERM', EVERYWHERE, `${LEVEL}${GAP}(?![*＊﹡∗⁎])${STAR}`),
  block('LEVEL_WITH_TERM', EVERYWHERE, `${NOT_AFTER_WORD}${LEVEL}${LINE_GAP}${TERM}`),
  block('LEVEL_IN_POSITION', HEADS, `(?:${NOT_AFTER_WORD}|密级|密級|等级|等級)${LEVEL}(?!\\p{Script=Han}{2})`),
  block('LEVEL_IN_POSITION', EVERYWHERE, `^[^\\S\\n]*${LEVEL}[^\\S\\n]*$`),
  block('LEVEL_IN_POSITION', ['TITLE', 'FILE_NAME'], `${NOT_AFTER_WORD}${LEVEL}(?!\\p{Script=Han})`),
  block(
    'COPY_NUMBER',
    HEADS,
    `^${LINE_GAP}(?:(?:${spaced('份', '号')}|№|No\\.?)${LINE_GAP})?(?:[：:]${LINE_GAP})?(?:[0-9０-９]${LINE_GAP}){6}$`,
  ),
  block('COPY_NUMBER', EVERYWHERE, `${spaced('份', '号')}${GAP}(?:[：:]${GAP})?[0-9０-９]{6}(?![0-9０-９])`),
  block('CIPHER_TELEGRAM', EVERYWHERE, spaced('密', '[码碼]', '[电電]', '[报報]')),
  block(
    'INTERNAL_PERIODICAL',
    EVERYWHERE,
    `${spaced('[内內]', '部', '刊', '物')}${GAP}(?:[，,、：:]${GAP})?${spaced('注', '意', '保', '存')}`,
  ),
  // 手机密码, 有机密切: signs that only meet.
  {
    mark: 'LEVEL_MENTIONED',
    severity: 'WARN',
    places: EVERYWHERE,
    pattern: new RegExp(`${LEVEL}(?![码碼切集封闭])`, 'gu'),
  },
];
