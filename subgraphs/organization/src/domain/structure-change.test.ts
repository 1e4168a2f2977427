import { refusalOf } from '@hub/testing';
import {
  assertChange,
  assertName,
  assertRename,
  type ChangeRecord,
  earliestRename,
  type StructureChangeKind,
} from './structure-change';

const TODAY = '2020-10-15';
const subject = { id: 'a', earliest: '2019-01-01' };
const record: ChangeRecord = { effectiveOn: '2020-10-01', decisionNumber: '焦编〔2020〕8号', decisionOn: '2020-09-28' };

test.each<[string, StructureChangeKind, Partial<ChangeRecord>, string[], string | null]>([
  ['complete', 'RENAME', {}, [], null],
  ['on the first possible day', 'RENAME', { effectiveOn: '2019-01-01', decisionOn: '2018-12-30' }, [], null],
  [
    'on the day before',
    'RENAME',
    { effectiveOn: '2018-12-31', decisionOn: '2018-12-30' },
    [],
    'EFFECTIVE_DATE_TOO_EARLY',
  ],
  ['today', 'MOVE', { effectiveOn: TODAY }, [], null],
  ['tomorrow', 'MOVE', { effectiveOn: '2020-10-16' }, [], 'EFFECTIVE_DATE_FUTURE'],
  ['without a number', 'DISSOLVE', { decisionNumber: ' ' }, [], 'DECISION_REQUIRED'],
  ['without a date', 'DISSOLVE', { decisionOn: null }, [], 'DECISION_REQUIRED'],
  ['decided after its effect', 'CREATE', { decisionOn: '2020-10-02' }, [], 'DECISION_AFTER_EFFECT'],
  ['an area without a decision', 'CHANGE_AREA', { decisionNumber: null, decisionOn: null }, [], null],
  ['a merger without successor', 'MERGE', {}, [], 'SUCCESSORS_INVALID'],
  ['a merger into one', 'MERGE', {}, ['b'], null],
  ['a merger into two', 'MERGE', {}, ['b', 'c'], 'SUCCESSORS_INVALID'],
  ['a merger into itself', 'MERGE', {}, ['a'], 'SUCCESSOR_IS_SELF'],
  ['a split into nothing', 'SPLIT', {}, [], 'SUCCESSORS_INVALID'],
  ['a split into two', 'SPLIT', {}, ['b', 'c'], null],
  ['a dissolution with a successor', 'DISSOLVE', {}, ['b'], null],
  ['a rename with a successor', 'RENAME', {}, ['b'], 'SUCCESSORS_INVALID'],
])('%s (%s %p) gives %p %p', (_, kind, change, successors, reason) => {
  expect(refusalOf(() => assertChange(kind, { ...record, ...change }, subject, TODAY, successors))).toBe(reason);
});

test.each([
  ['财', 'NAME_INVALID'],
  [' 市财政局', 'NAME_INVALID'],
  ['市'.repeat(101), 'NAME_INVALID'],
  ['市财政局', null],
])('the name %p gives %p', (name, reason) => {
  expect(refusalOf(() => assertName(name, 100))).toBe(reason);
});

test('a rename to the same name is refused', () => {
  expect(refusalOf(() => assertRename('市财政局', '市财政局', 100))).toBe('NAME_UNCHANGED');
});

test('a name is in force for at least one day', () => {
  expect(earliestRename('2020-02-28')).toBe('2020-02-29');
});
