import { DEMO_PASSWORD } from '@hub/infra/seed/organization';
import fc from 'fast-check';
import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql';

import { ID_ARGUMENTS } from '../../support/id-arguments';
import type { IdKind, RealIds } from './real-ids';
import { REPORT_KEYS } from './secret-reports';

/** Which ids an argument of that name takes. The others may be given any. */
export const ID_KINDS: Readonly<Record<string, IdKind>> = {
  ...ID_ARGUMENTS,
  toOrganizationId: 'organization',
  exclusions: 'organization',
  include: 'organization',
  leaveOut: 'organization',
  add: 'organization',
  remove: 'organization',
  draftedBy: 'account',
  contactLeaderPostId: 'post',
  sectionId: 'section',
  fileIds: 'reportFile',
};

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  loginName: ['unit001', 'unit002', 'new.clerk'],
  password: [DEMO_PASSWORD, 'Wrong-pass-2020'],
  documentNumber: ['焦直文〔2020〕1号', '焦直文〔2020〕5号'],
  prefix: ['焦直文', '焦直办'],
  unifiedSocialCreditCode: ['11410800MB1234567X'],
  text: ['关于做好测试工作的通知\n\n市直各单位：\n现将有关事项通知如下，请认真贯彻落实。'],
  name: ['plan', '市测试局', '中共焦作市测试局机关委员会'],
  ruleValue: ['ADMINISTRATIVE_ORGAN', 'BRANCH'],
  key: [...REPORT_KEYS, 'topic'],
  number: ['0', '12', '3.5'],
  choices: ['集中', '分散'],
  periodKey: ['2020-10', '2020-11'],
};
const ANY_TEXT = ['已制定方案，成立领导小组。', '按程序办理'];

const DATES = ['2020-09-30', '2020-10-14', '2020-10-15', '2020-10-16', '2020-11-20'];
const INSTANTS = ['2020-10-01T00:00:00+08:00', '2020-10-15T01:00:00Z'];
const YEAR = [2019, 2020, 2021];

/** A value that somebody might really give to a field of that name and type. */
export function plausibleLeaf(name: string, type: GraphQLLeafType, real: RealIds): fc.Arbitrary<unknown> {
  if (isEnumType(type)) return fc.constantFrom(...namesOf(type));
  switch (type.name) {
    case 'ID': {
      const kind = ID_KINDS[name];
      return fc.constantFrom(...(kind ? real.of(kind) : real.all));
    }
    case 'Int':
      return name === 'year' ? fc.constantFrom(...YEAR) : fc.integer({ min: 1, max: 8 });
    case 'Fen':
      return fc.constantFrom(0, 1200, 99_999);
    case 'Date':
      return fc.constantFrom(...DATES);
    case 'DateTime':
      return fc.constantFrom(...INSTANTS);
    case 'Boolean':
      return fc.boolean();
    default:
      return fc.constantFrom(...(TEXTS[name] ?? ANY_TEXT));
  }
}

const namesOf = (type: GraphQLEnumType): string[] => type.getValues().map(({ name }) => name);
