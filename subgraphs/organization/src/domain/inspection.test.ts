import { refusalOf } from '@hub/testing';
import { assertInspectionOrder, inspectionState } from './inspection';

const order = { orderNumber: '焦巡〔2020〕3号', reason: '市委第三轮巡察', fromOn: '2020-10-15', toOn: '2020-12-31' };

test.each([
  ['as it should be', {}, null],
  ['of one day', { toOn: '2020-10-15' }, null],
  ['of 180 days', { toOn: '2021-04-12' }, null],
  ['of 181 days', { toOn: '2021-04-13' }, 'INSPECTION_TERM'],
  ['from yesterday', { fromOn: '2020-10-14' }, 'INSPECTION_TERM'],
  ['backwards', { fromOn: '2021-01-01' }, 'INSPECTION_TERM'],
  ['without a number', { orderNumber: ' ' }, 'INSPECTION_TEXT'],
  ['without a reason', { reason: '查' }, 'INSPECTION_TEXT'],
])('an order %s', (_, change, reason) => {
  expect(refusalOf(() => assertInspectionOrder({ ...order, ...change }, '2020-10-15'))).toBe(reason);
});

test.each([
  ['2020-10-14', null, 'PLANNED'],
  ['2020-10-15', null, 'ACTIVE'],
  ['2020-12-31', null, 'ACTIVE'],
  ['2021-01-01', null, 'OVER'],
  ['2020-10-20', new Date(0), 'OVER'],
])('on %s, ended %s, it is %s', (today, endedAt, state) => {
  expect(inspectionState({ ...order, endedAt }, today)).toBe(state);
});
