import { refusalOf } from '@hub/testing';
import { assertHoldsMembers, assertMember, type MemberFacts, maskPhone } from './member';
import { KIND_FACTS, ORGANIZATION_KINDS } from './organization-kind';

const TODAY = '2020-10-15';
const ID_NUMBER = '410802198503121015';

const facts: MemberFacts = {
  name: '张建国',
  sex: 'MALE',
  ethnicity: '汉族',
  bornOn: '1985-03-12',
  kind: 'FORMAL',
  joinedOn: '2008-07-01',
  confirmedOn: '2009-07-01',
  phone: '13803910000',
};

const refusal = (change: Partial<MemberFacts>, idNumber: string | null = ID_NUMBER) =>
  refusalOf(() => assertMember({ ...facts, ...change }, idNumber, TODAY));

test.each<[string, Partial<MemberFacts>, string | null]>([
  ['all in order', {}, null],
  ['no telephone', { phone: null }, null],
  ['a telephone of an office', { phone: '0391-3569000' }, null],
  ['a short telephone number', { phone: '1380391' }, 'PHONE_INVALID'],
  ['a telephone number with words', { phone: '13803910000 张' }, 'PHONE_INVALID'],
  ['no name', { name: '' }, 'MEMBER_NAME_INVALID'],
  ['spaces around the name', { name: ' 张建国' }, 'MEMBER_NAME_INVALID'],
  ['a name of 51 characters', { name: '国'.repeat(51) }, 'MEMBER_NAME_INVALID'],
  ['an id number in the name', { name: `张建国${ID_NUMBER}` }, 'TEXT_HOLDS_ID_NUMBER'],
  ['a people without its ending', { ethnicity: '汉' }, 'ETHNICITY_UNKNOWN'],
  ['another birth date than the id number', { bornOn: '1985-03-13' }, 'ID_NUMBER_DISAGREES'],
  ['another sex than the id number', { sex: 'FEMALE' }, 'ID_NUMBER_DISAGREES'],
  ['joined on the eighteenth birthday', { joinedOn: '2003-03-12', confirmedOn: '2004-03-12' }, null],
  ['joined a day before it', { joinedOn: '2003-03-11', confirmedOn: '2004-03-12' }, 'JOINED_UNDER_AGE'],
  ['joined tomorrow', { kind: 'PROBATIONARY', joinedOn: '2020-10-16', confirmedOn: null }, 'MEMBER_DATE_FUTURE'],
  ['joined today', { kind: 'PROBATIONARY', joinedOn: TODAY, confirmedOn: null }, null],
  ['a full member without a date of confirmation', { confirmedOn: null }, 'CONFIRMATION_DATE'],
  ['a probationary member with one', { kind: 'PROBATIONARY' }, 'CONFIRMATION_DATE'],
  ['confirmed a day before the year is over', { confirmedOn: '2009-06-30' }, 'PROBATION_TOO_SHORT'],
  ['confirmed tomorrow', { confirmedOn: '2020-10-16' }, 'MEMBER_DATE_FUTURE'],
])('%s', (_, change, reason) => {
  expect(refusal(change)).toBe(reason);
});

test.each([
  ['1977-08-17', '1977-08-17', null],
  ['1977-08-17', '1977-08-16', 'PROBATION_TOO_SHORT'],
  ['1977-08-18', '1978-08-17', 'PROBATION_TOO_SHORT'],
  ['1977-08-18', '1978-08-18', null],
  ['1980-02-29', '1981-02-28', null],
])('joined on %s and confirmed on %s gives %p', (joinedOn, confirmedOn, reason) => {
  const born = { bornOn: '1949-12-31', sex: 'FEMALE' as const };
  expect(refusal({ ...born, joinedOn, confirmedOn }, '11010519491231002X')).toBe(reason);
});

test('members are in branches and nowhere else', () => {
  const holding = ORGANIZATION_KINDS.filter((kind) => refusalOf(() => assertHoldsMembers(kind)) === null);
  expect(holding).toEqual(['BRANCH', 'JOINT_BRANCH', 'PROJECT_BRANCH', 'RETIREE_BRANCH', 'FLOATING_BRANCH']);
  expect(KIND_FACTS.PARTY_CELL.mayHaveMembers).toBe(false);
});

test('a telephone number in the trail leaves its ends', () => {
  expect([maskPhone('13803910000'), maskPhone(null)]).toEqual(['138****0000', null]);
});
