import { refusalOf } from '@hub/testing';
import fc from 'fast-check';

import { MAX_SEQUENCE } from './document-number';
import {
  adoptNumbers,
  allocateNumber,
  assertBackfill,
  type NumberCounter,
  type NumberEntry,
  type NumberStatus,
  numberingYear,
  openNumbers,
  releaseNumber,
  reserveNumbers,
  voidNumber,
} from './number-allocation';

const counter: NumberCounter = { lastSequence: 139, latestWrittenOn: '2020-10-14' };
const paper = { documentId: 'd140', writtenOn: '2020-10-15' };

function entry(status: NumberStatus, sequence = 7): NumberEntry {
  return { sequence, status, documentId: null, reason: null };
}

describe('taking a number', () => {
  it('gives the next one in its turn', () => {
    expect(allocateNumber(counter, { kind: 'NEXT' }, paper)).toEqual({
      counter: { lastSequence: 140, latestWrittenOn: '2020-10-15' },
      entry: { sequence: 140, status: 'ASSIGNED', documentId: 'd140', reason: null },
    });
  });

  it('starts a year at 1', () => {
    const { entry: first } = allocateNumber({ lastSequence: 0, latestWrittenOn: null }, { kind: 'NEXT' }, paper);
    expect(first.sequence).toBe(1);
  });

  it('belongs to the year of the date of writing', () => {
    expect(numberingYear('2020-12-31')).toBe(2020);
    expect(numberingYear('2021-01-01')).toBe(2021);
  });

  it('ends with the form', () => {
    const full = { lastSequence: MAX_SEQUENCE, latestWrittenOn: null };
    expect(refusalOf(() => allocateNumber(full, { kind: 'NEXT' }, paper))).toBe('NUMBER_EXHAUSTED');
  });

  it.each([
    ['RESERVED', '按预留使用', null],
    ['VOIDED', '原件作废，改由本件使用', null],
    ['RESERVED', ' ', 'NUMBER_REASON_REQUIRED'],
    ['ASSIGNED', '再用', 'NUMBER_TAKEN'],
    ['RELEASED', '再用', 'NUMBER_TAKEN'],
  ] as const)('out of turn from %s for “%s” is refused with %s', (status, reason, refusal) => {
    expect(refusalOf(() => allocateNumber(counter, { kind: 'HELD', entry: entry(status), reason }, paper))).toBe(
      refusal,
    );
  });

  it('leaves the counter where it stood when a held number is used', () => {
    const taken = allocateNumber(counter, { kind: 'HELD', entry: entry('VOIDED'), reason: '改由本件使用' }, paper);
    expect(taken.counter.lastSequence).toBe(139);
    expect(taken.entry).toEqual({ sequence: 7, status: 'ASSIGNED', documentId: 'd140', reason: '改由本件使用' });
  });
});

describe('giving a number up', () => {
  it.each([
    ['ASSIGNED', null],
    ['RESERVED', null],
    ['RELEASED', 'NUMBER_TAKEN'],
  ] as const)('from %s is refused with %s', (status, refusal) => {
    expect(refusalOf(() => voidNumber(entry(status), '公文不再印发'))).toBe(refusal);
  });

  it('needs a reason', () => {
    expect(refusalOf(() => voidNumber(entry('ASSIGNED'), ''))).toBe('NUMBER_REASON_REQUIRED');
  });

  it.each([
    ['理'.repeat(501), 'TEXT_TOO_LONG'],
    ['年度\u0000表彰', 'CONTROL_CHARACTERS'],
  ])('keeps no reason that could not stand beside each number (%#)', (reason, refusal) => {
    expect(refusalOf(() => reserveNumbers({ lastSequence: 0, latestWrittenOn: null }, 2, reason))).toBe(refusal);
    expect(refusalOf(() => adoptNumbers({ lastSequence: 0, latestWrittenOn: null }, 139, reason))).toBe(refusal);
  });

  it('releases only what a document holds', () => {
    expect(releaseNumber(entry('ASSIGNED')).status).toBe('RELEASED');
    expect(refusalOf(() => releaseNumber(entry('VOIDED')))).toBe('NUMBER_NOT_AVAILABLE');
  });
});

describe('numbering back in time', () => {
  const anna = { accountId: 'anna', postId: 'leader', principalAccountId: null };
  const bo = { accountId: 'bo', postId: 'registrar', principalAccountId: null };
  const confirmed = { reason: '补办上月会议决定', requestedBy: anna, confirmedBy: bo };

  it.each([
    ['the day of the latest paper', '2020-10-14', null, null],
    ['an earlier day unexplained', '2020-10-13', null, 'BACKFILL_NOT_CONFIRMED'],
    ['an earlier day confirmed by a second person', '2020-10-13', confirmed, null],
    [
      'an earlier day confirmed by the same person',
      '2020-10-13',
      { ...confirmed, confirmedBy: { ...anna, postId: 'registrar' } },
      'BACKFILL_NOT_CONFIRMED',
    ],
    [
      'an earlier day signed for the registrar who confirms',
      '2020-10-13',
      { ...confirmed, requestedBy: { ...anna, principalAccountId: 'bo' } },
      'BACKFILL_NOT_CONFIRMED',
    ],
    ['an earlier day without a reason', '2020-10-13', { ...confirmed, reason: ' ' }, 'BACKFILL_NOT_CONFIRMED'],
  ] as const)('on %s', (_, writtenOn, confirmation, refusal) => {
    expect(refusalOf(() => assertBackfill(counter, writtenOn, confirmation))).toBe(refusal);
  });
});

describe('a year of numbers', () => {
  it('has no unexplained gap and no number twice, whatever is taken, reserved and voided', () => {
    const acts = fc.array(fc.constantFrom('TAKE', 'RESERVE', 'VOID', 'REUSE', 'RELEASE'), { maxLength: 60 });
    fc.assert(
      fc.property(acts, (sequenceOfActs) => {
        let state: NumberCounter = { lastSequence: 0, latestWrittenOn: null };
        const entries = new Map<number, NumberEntry>();
        const keep = (changed: NumberEntry) => entries.set(changed.sequence, changed);
        const find = (...statuses: NumberStatus[]) =>
          [...entries.values()].find((one) => statuses.includes(one.status));
        for (const act of sequenceOfActs) {
          if (act === 'TAKE') {
            const taken = allocateNumber(state, { kind: 'NEXT' }, paper);
            expect(entries.has(taken.entry.sequence)).toBe(false);
            state = taken.counter;
            keep(taken.entry);
          }
          if (act === 'RESERVE') {
            const reserved = reserveNumbers(state, 2, '会议文件');
            reserved.forEach(keep);
            state = { ...state, lastSequence: state.lastSequence + reserved.length };
          }
          const assigned = find('ASSIGNED');
          if (act === 'VOID' && assigned) keep(voidNumber(assigned, '不再印发'));
          if (act === 'RELEASE' && assigned) keep(releaseNumber(assigned));
          const held = find('RESERVED', 'VOIDED');
          if (act === 'REUSE' && held)
            keep(allocateNumber(state, { kind: 'HELD', entry: held, reason: '改用' }, paper).entry);
        }
        expect(openNumbers(state.lastSequence, [...entries.values()]).missing).toEqual([]);
      }),
    );
  });

  it('shows what keeps it open', () => {
    expect(openNumbers(4, [entry('RELEASED', 1), entry('RESERVED', 3)])).toEqual({ missing: [2, 4], reserved: [3] });
  });
});

describe('taking over a series that was kept elsewhere', () => {
  const unused: NumberCounter = { lastSequence: 0, latestWrittenOn: null };

  it('explains every number up to the last', () => {
    const adopted = adoptNumbers(unused, 139, '平台启用前纸质印发');
    expect(openNumbers(139, adopted)).toEqual({ missing: [], reserved: [] });
    expect(new Set(adopted.map(({ status }) => status))).toEqual(new Set(['RELEASED']));
  });

  it.each([
    ['a year in which the hub has given numbers', counter, 139, '启用前', 'SERIES_ALREADY_USED'],
    ['more numbers than the form holds', unused, MAX_SEQUENCE + 1, '启用前', 'NUMBER_EXHAUSTED'],
    ['numbers without a reason', unused, 139, ' ', 'NUMBER_REASON_REQUIRED'],
  ] as const)('refuses %s', (_, given, lastSequence, reason, refusal) => {
    expect(refusalOf(() => adoptNumbers(given, lastSequence, reason))).toBe(refusal);
  });
});
