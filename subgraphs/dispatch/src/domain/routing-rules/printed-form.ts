import { readAddresseeLine, readCopyLine } from '../addressee-line';
import { DOCUMENT_KIND_SPECS, kindOfTitle } from '../document-kind';
import { checkLength } from '../economy';
import { defineRule, type RoutingRule, when } from './routing-rule';

export const addresseeForm: RoutingRule = {
  id: 'ADDRESSEE_FORM',
  severity: 'WARN',
  source: 'GB/T 9704—2012 第7.3.2、7.4.2条',
  check: ({ addresseeLine, copyLine }) => [
    ...(addresseeLine === null ? [] : readAddresseeLine(addresseeLine).findings),
    ...(copyLine === null ? [] : readCopyLine(copyLine).findings),
  ],
};

export const lengthOfText: RoutingRule = {
  id: 'X4_LENGTH',
  severity: 'WARN',
  source: '整治形式主义为基层减负若干规定',
  check: ({ text, textScope }) => checkLength(text, textScope),
};

/** 标题 = 机关 + 事由 + 文种: the kind it ends with is the kind of the paper. */
export const titleKind = defineRule({
  id: 'TITLE_KIND',
  severity: 'WARN',
  source: '公文条例第九条第七项',
  field: 'title',
  find: ({ kind, title }) => {
    const printed = kindOfTitle(title);
    const message = `标题应以文种“${DOCUMENT_KIND_SPECS[kind].name}”结尾。`;
    return when(printed !== kind, message, { evidence: printed ? DOCUMENT_KIND_SPECS[printed].name : title.slice(-8) });
  },
});
