import { defineRule, when } from './routing-rule';

/** R10: sections may draft; only the body and its office write to the outside. */
export const sectionIssuer = defineRule({
  id: 'R10',
  severity: 'BLOCK',
  source: '公文条例第十七条',
  field: 'issuer',
  find: ({ issuer: { section } }) =>
    when(section !== null && !section.isOffice, '除办公室外，内设机构不得对外正式行文。', { evidence: section?.name }),
});
