import { XML_HEAD, xmlText } from '../xml-text';

const MAX_DECIMALS = 6;
const NUMBER_FORMATS = Array.from({ length: MAX_DECIMALS + 1 }, (_, decimals) =>
  decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`,
);
const FORMATS = ['@', 'yyyy-mm-dd', 'yyyy-mm-dd hh:mm', 'General', ...NUMBER_FORMATS];
const FIRST_FORMAT = 164;

/** Numbers of the styles in the part below. */
export const TITLE_STYLE = 1;
export const HINT_STYLE = 2;
export const NOTE_STYLE = 3;
const FIRST_VALUE = 4;

/** The style of a value: every format twice, to fill in and locked. */
const styleOf = (format: number, locked: boolean): number => FIRST_VALUE + format * 2 + (locked ? 1 : 0);

export const textStyle = (locked: boolean): number => styleOf(0, locked);
export const dateStyle = (locked: boolean): number => styleOf(1, locked);
export const minuteStyle = (locked: boolean): number => styleOf(2, locked);
export const numberStyle = (decimals: number | 'ANY', locked: boolean): number =>
  styleOf(decimals === 'ANY' ? 3 : 4 + Math.min(decimals, MAX_DECIMALS), locked);

const valueStyles = FORMATS.flatMap((_, index) =>
  [false, true].map(
    (locked) =>
      `<xf numFmtId="${FIRST_FORMAT + index}" fontId="0" fillId="${locked ? 2 : 0}" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="top" wrapText="1"/><protection locked="${locked ? 1 : 0}"/></xf>`,
  ),
);

const side = (name: string): string => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`;
const fill = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/></patternFill></fill>`;
const headStyle = (font: number): string =>
  `<xf numFmtId="0" fontId="${font}" fillId="3" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>`;

export const STYLES_PART = `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${FORMATS.length}">${FORMATS.map((code, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${xmlText(code)}"/>`).join('')}</numFmts><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><sz val="9"/><color rgb="FF7F7F7F"/><name val="宋体"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFEDEDED')}${fill('FFF8E7E6')}</fills><borders count="2"><border/><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}</border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${FIRST_VALUE + valueStyles.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${headStyle(1)}${headStyle(2)}<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>${valueStyles.join('')}</cellXfs></styleSheet>`;
