import { FACT_SOURCES, factOfLabel, factSource } from './fact-catalogue';
import { plainLabel } from './plain-label';

test('a label or a code means one fact', () => {
  const labels = FACT_SOURCES.flatMap(({ name, aliases }) => [name, ...aliases].map(plainLabel));
  expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  const codes = FACT_SOURCES.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test.each([
  ['党员人数（人）', 'members.total'],
  ['本月按时签收公文件数', 'receipts.acknowledged-on-time'],
  ['填报单位', 'unit.name'],
  ['入党积极分子人数', undefined],
])('「%s」 asks for %s', (label, code) => {
  expect(factOfLabel(label)?.code).toBe(code);
});

test('a code that nobody registered is no source', () => {
  expect(factSource('receipts.acknowledged')?.measure).toBe('件');
  expect(factSource('members')).toBeUndefined();
});
