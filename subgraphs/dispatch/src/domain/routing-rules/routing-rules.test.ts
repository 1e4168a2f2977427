import { RULE_IDS } from '../finding';
import { parsePrintedText } from '../printed-text';
import { body, paperWith, reportWith, requestWith } from '../testing/paper';
import { MODEL_ORGANS, PIONEER_SYSTEM } from '../testing/seed-text';
import { evaluateRules, ROUTING_RULES } from './index';
import type { Paper } from './paper';

function findings(paper: Paper): string[] {
  return evaluateRules(paper).map((finding) => `${finding.ruleId} ${finding.severity}`);
}

const superior = body('市委', 'DIRECT_SUPERIOR');
const province = body('省直工委', 'HIGHER');
const second = body('省委组织部', 'OTHER_SUPERIOR');
const unit = body('市教育局', 'SUBORDINATE');
const reply = { kind: 'REPLY', title: '关于换届选举的批复', addressees: [unit] } as const;
const answers = { title: '关于换届选举的请示', documentNumber: '焦教党〔2020〕3号', requesterName: '市教育局' };
const quoting = '你单位《关于换届选举的请示》（焦教党〔2020〕3号）收悉。';

const cases: [string, Paper, string[]][] = [
  ['a plain notification', paperWith({}), []],
  ['R1 a request reminds of its one subject', requestWith({}), ['R1 HINT']],
  ['R2 a report that asks', reportWith({ text: '工作情况如上。\n妥否，请批示。' }), ['R2 BLOCK']],
  ['R2 a report that does not', reportWith({}), []],
  ['R3 a request to two', requestWith({ addressees: [superior, second] }), ['R1 HINT', 'R3 BLOCK']],
  [
    'R3 a request to two by its printed line',
    requestWith({ addressees: [], addresseeLine: '市委、市政府：' }),
    ['R1 HINT', 'R3 BLOCK'],
  ],
  ['R3 a report to two', reportWith({ addressees: [superior, second] }), ['R3 WARN']],
  ['R4 a request copied downward', requestWith({ copies: [unit] }), ['R1 HINT', 'R4 BLOCK']],
  ['R4 a notification copied downward', paperWith({ copies: [unit] }), []],
  ['R5 a level passed over', reportWith({ addressees: [province] }), ['R5 BLOCK']],
  [
    'R5 a level passed over with a reason only',
    reportWith({ addressees: [province], bypassReason: '突发事件' }),
    ['R5 BLOCK'],
  ],
  [
    'R5 a level passed over with reason and copy',
    reportWith({ addressees: [province], bypassReason: '突发事件', copies: [superior] }),
    [],
  ],
  ['R6 a leader addressed', reportWith({ addressees: [body('王书记', 'DIRECT_SUPERIOR')] }), ['R6 BLOCK']],
  ['R6 a leader as the writer', reportWith({ inPersonalName: true }), ['R6 BLOCK']],
  ['R7 a request forwarded bare', requestWith({ forwardsRequest: true }), ['R1 HINT', 'R7 BLOCK']],
  ['R7 a request forwarded with an opinion', requestWith({ forwardsRequest: true, ownOpinion: '拟同意' }), ['R1 HINT']],
  [
    'R8 a body with two superiors tells one',
    reportWith({ issuer: { name: '市气象局', section: null, doublyLed: true } }),
    ['R8 WARN'],
  ],
  [
    'R8 a body with two superiors tells both',
    reportWith({ issuer: { name: '市气象局', section: null, doublyLed: true }, copies: [second] }),
    [],
  ],
  [
    'R8 a paper to a body with two superiors',
    paperWith({ addressees: [body('市气象局', 'SUBORDINATE', { doublyLed: true })] }),
    ['R8 HINT'],
  ],
  [
    'R9 a lower authority instructed',
    paperWith({ addressees: [body('温县县委', 'UNRELATED', { isLocalAuthority: true })] }),
    ['R9 BLOCK'],
  ],
  [
    'R9 a lower authority written to',
    paperWith({
      kind: 'LETTER',
      direction: 'PARALLEL',
      title: '关于商请的函',
      addressees: [body('温县县委', 'UNRELATED', { isLocalAuthority: true })],
    }),
    [],
  ],
  [
    'R10 a section issues',
    paperWith({ issuer: { name: '工委', section: { name: '宣传部', isOffice: false }, doublyLed: false } }),
    ['R10 BLOCK'],
  ],
  [
    'R10 the office issues',
    paperWith({ issuer: { name: '工委', section: { name: '办公室', isOffice: true }, doublyLed: false } }),
    [],
  ],
  ['R11 an important paper without copy', paperWith({ important: true }), ['R11 HINT']],
  ['R11 an important paper with copy', paperWith({ important: true, copies: [superior] }), []],
  ['R12 acted before asking', requestWith({ actedBefore: true }), ['R1 HINT', 'R12 BLOCK']],
  [
    'R12 acted before asking for a reason',
    requestWith({ actedBefore: true, actedBeforeReason: '抢险' }),
    ['R1 HINT', 'R12 WARN'],
  ],
  ['R13 no meeting', requestWith({ meetingRecord: ' ' }), ['R1 HINT', 'R13 BLOCK']],
  ['R13 another signer', requestWith({ signedByMainLeader: false }), ['R1 HINT', 'R13 BLOCK']],
  ['R13 not signed yet', requestWith({ signedByMainLeader: null }), ['R1 HINT']],
  ['R14 a reply to nothing', paperWith({ ...reply }), ['R14 BLOCK']],
  [
    'R14 a reply to somebody else',
    paperWith({ ...reply, text: quoting, answers: { ...answers, requesterName: '市财政局' } }),
    ['R14 BLOCK'],
  ],
  ['R14 a reply that quotes nothing', paperWith({ ...reply, text: '同意。', answers }), ['R14 WARN']],
  ['R14 a proper reply', paperWith({ ...reply, text: quoting, answers }), []],
  ['R15 a basis that lapsed', paperWith({ basis: [{ citation: '焦直文〔2018〕48号', inForce: false }] }), ['R15 WARN']],
  [
    'R15 a basis in force or unknown',
    paperWith({
      basis: [
        { citation: '甲', inForce: true },
        { citation: '乙', inForce: null },
      ],
    }),
    [],
  ],
  ['no addressee', paperWith({ addresseeLine: null }), ['NO_ADDRESSEE WARN']],
  ['no addressee upward', reportWith({ addresseeLine: null, addressees: [] }), ['NO_ADDRESSEE BLOCK']],
  ['a half-width colon', paperWith({ addresseeLine: '市直各单位:' }), ['ADDRESSEE_FORM WARN']],
  ['a title of another kind', paperWith({ title: '关于召开会议的通报' }), ['TITLE_KIND WARN']],
  ['a title of no kind', paperWith({ title: '实施方案' }), ['TITLE_KIND WARN']],
  ['a long text', paperWith({ text: '字'.repeat(5001) }), ['X4_LENGTH WARN']],
];

describe('the routing rules', () => {
  it.each(cases)('find in %s', (_, paper, expected) => {
    expect(findings(paper)).toEqual(expected);
  });

  it('are R1 to R15 and the rules of form, each once, with a source', () => {
    const ids = ROUTING_RULES.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.startsWith('R'))).toEqual(RULE_IDS.filter((id) => id.startsWith('R')));
    expect(ROUTING_RULES.every((rule) => rule.source.length > 0)).toBe(true);
  });
});

describe('the papers of the seed', () => {
  function seedPaper(text: string, kind: 'NOTIFICATION' | 'OPINION'): Paper {
    const printed = parsePrintedText(text);
    return paperWith({ kind, text, title: printed.title ?? '', addresseeLine: printed.addresseeLine });
  }

  it('140号 is only warned of its length', () => {
    expect(findings(seedPaper(MODEL_ORGANS, 'NOTIFICATION'))).toEqual(['X4_LENGTH WARN']);
  });

  it('141号 is only warned of its missing 主送', () => {
    expect(findings(seedPaper(PIONEER_SYSTEM, 'OPINION'))).toEqual(['NO_ADDRESSEE WARN']);
  });
});
