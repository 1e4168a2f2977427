import { defineRule, when } from './routing-rule';
import { addresseeNames } from './single-addressee';

const PERSON = /(?:同志|书记|部长|省长|市长|县长|区长|局长|主任|主席|秘书长)$/u;

/** R6: papers go from body to body, not to a leader and not in a leader's own name. */
export const personalAddress = defineRule({
  id: 'R6',
  severity: 'BLOCK',
  source: '公文条例第十五条第五项',
  field: 'addressees',
  find: (paper) => {
    const persons = addresseeNames(paper).filter((name) => PERSON.test(name));
    return [
      ...when(persons.length > 0, '除领导直接交办的事项外，公文不得主送领导个人。', { evidence: persons.join('、') }),
      ...when(paper.direction === 'UPWARD' && paper.inPersonalName, '不得以本机关负责人名义向上级机关报送公文。', {
        field: 'signer',
      }),
    ];
  },
});
