import type { ParagraphStyle } from '@hub/core';

import { XML_HEAD } from '../xml-text';

/** Fonts and sizes of the standard for papers of party and government; half points. */
interface Look {
  readonly id: string;
  readonly font: string;
  readonly size: number;
  readonly paragraph: string;
}

const LOOKS: Readonly<Record<ParagraphStyle, Look>> = {
  TITLE: { id: 'Title', font: '方正小标宋简体', size: 44, paragraph: '<w:jc w:val="center"/>' },
  HEADING: { id: 'Heading1', font: '黑体', size: 32, paragraph: '<w:keepNext/><w:ind w:firstLineChars="200"/>' },
  BODY: { id: 'Body', font: '仿宋_GB2312', size: 32, paragraph: '<w:ind w:firstLineChars="200"/>' },
  SIGNATURE: {
    id: 'Signature',
    font: '仿宋_GB2312',
    size: 32,
    paragraph: '<w:ind w:rightChars="400"/><w:jc w:val="right"/>',
  },
  META: { id: 'Meta', font: '楷体_GB2312', size: 28, paragraph: '<w:jc w:val="center"/>' },
};

export const styleId = (style: ParagraphStyle): string => LOOKS[style].id;

const styleOf = ({ id, font, size, paragraph }: Look): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:pPr><w:spacing w:line="560" w:lineRule="exact"/>${paragraph}</w:pPr><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}"/><w:sz w:val="${size}"/></w:rPr></w:style>`;

const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export const STYLES = `${XML_HEAD}<w:styles xmlns:w="${WORD}">${Object.values(LOOKS).map(styleOf).join('')}</w:styles>`;
export const CONTENT_TYPES = `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`;

const relation = (type: string, target: string): string =>
  `${XML_HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;

export const PACKAGE_RELATIONS = relation('officeDocument', 'word/document.xml');
export const DOCUMENT_RELATIONS = relation('styles', 'styles.xml');
