import type { DocumentKind } from '../document-kind';
import { defineRule, nameList, when } from './routing-rule';

const INSTRUCTING: readonly DocumentKind[] = ['RESOLUTION', 'DECISION', 'ORDER', 'OPINION', 'NOTIFICATION', 'REPLY'];

/** R9: a department does not instruct lower party committees or governments. */
export const instructionToAuthority = defineRule({
  id: 'R9',
  severity: 'BLOCK',
  source: '公文条例第十六条第二项',
  field: 'addressees',
  find: ({ kind, direction, addressees }) => {
    const authorities = addressees.filter((body) => body.isLocalAuthority);
    const instructs = direction === 'DOWNWARD' && INSTRUCTING.includes(kind);
    const message = '部门不得向下级党委、政府发布指令性公文。';
    return when(instructs && authorities.length > 0, message, { evidence: nameList(authorities) });
  },
});
