import { readAddresseeLine } from '../addressee-line';
import type { Paper } from './paper';
import { defineRule, when } from './routing-rule';

/** R3: an upward paper goes to one body; others stand as 抄送. An upward 意见 is handled like a 请示. */
export const singleAddressee = defineRule({
  id: 'R3',
  severity: 'BLOCK',
  source: '公文条例第十五条第一项',
  field: 'addressees',
  find: (paper) => {
    const names = addresseeNames(paper);
    const severity = paper.kind === 'REQUEST' || paper.kind === 'OPINION' ? 'BLOCK' : 'WARN';
    return when(
      paper.direction === 'UPWARD' && names.length > 1,
      '上行文原则上只主送一个上级机关，其他机关请列入抄送。',
      { severity, evidence: names.join('、') },
    );
  },
});

/** 意见 and other papers may print no 主送; one that asks or reports upward has to say to whom. */
export const someAddressee = defineRule({
  id: 'NO_ADDRESSEE',
  severity: 'WARN',
  source: '公文条例第九条第八项',
  field: 'addresseeLine',
  find: (paper) =>
    when(addresseeNames(paper).length === 0, '未标注主送机关，请确认。', {
      severity: paper.direction === 'UPWARD' ? 'BLOCK' : 'WARN',
    }),
});

/** The bodies that are known, or else those the printed line names. */
export function addresseeNames({ addressees, addresseeLine }: Paper): readonly string[] {
  if (addressees.length > 0) return addressees.map((body) => body.name);
  return addresseeLine === null ? [] : readAddresseeLine(addresseeLine).bodies;
}
