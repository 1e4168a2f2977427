import { readAddresseeLine, readCopyLine } from './addressee-line';

describe('a printed line of bodies', () => {
  it.each([
    ['市直和省部属驻焦各单位基层党组织：', ['市直和省部属驻焦各单位基层党组织'], 0],
    ['主送：市委、市政府：', ['市委', '市政府'], 0],
    ['各县（市、区）委，市委各部委：', ['各县（市、区）委', '市委各部委'], 0],
    ['市委:', ['市委'], 1],
    ['市委', ['市委'], 1],
    ['', [], 1],
  ])('主送 “%s” names %j with %i warnings', (line, bodies, warnings) => {
    const read = readAddresseeLine(line);
    expect(read.bodies).toEqual(bodies);
    expect(read.findings).toHaveLength(warnings);
  });

  it.each([
    ['抄送：市委办公室，市纪委监委机关。', ['市委办公室', '市纪委监委机关'], 0],
    ['抄送：市委办公室', ['市委办公室'], 1],
    ['抄送：市委办公室.', ['市委办公室'], 1],
  ])('抄送 “%s” names %j with %i warnings', (line, bodies, warnings) => {
    const read = readCopyLine(line);
    expect(read.bodies).toEqual(bodies);
    expect(read.findings).toHaveLength(warnings);
  });
});
