import { describedBy, enumOf, keysOf } from '@hub/graphql';
import { registerEnumType } from 'type-graphql';

import { MEMBER_KINDS } from '../domain/member';
import { MEMBER_EXITS } from '../domain/member-exit';
import { MEMBER_SECRETS } from '../domain/reveal';

export const SexEnum = enumOf(['MALE', 'FEMALE']);

registerEnumType(SexEnum, {
  name: 'Sex',
  description: '性别。',
  valuesConfig: { MALE: { description: '男。' }, FEMALE: { description: '女。' } },
});

const kinds = keysOf(MEMBER_KINDS);
export const MemberKindEnum = enumOf(kinds);

registerEnumType(MemberKindEnum, {
  name: 'MemberKind',
  description: '人员类别。',
  valuesConfig: describedBy(kinds, (kind) => MEMBER_KINDS[kind]),
});

export const MemberStatusEnum = enumOf(['ACTIVE', 'ENDED']);

registerEnumType(MemberStatusEnum, {
  name: 'MemberStatus',
  description: '党员是否在册。',
  valuesConfig: { ACTIVE: { description: '在册。' }, ENDED: { description: '已离册：记录保留，不再变更。' } },
});

const exits = keysOf(MEMBER_EXITS);
export const MemberExitEnum = enumOf(exits);

registerEnumType(MemberExitEnum, {
  name: 'MemberExit',
  description: '离册方式。',
  valuesConfig: describedBy(exits, (exit) => MEMBER_EXITS[exit].name),
});

const secrets = keysOf(MEMBER_SECRETS);
export const MemberSecretEnum = enumOf(secrets);

registerEnumType(MemberSecretEnum, {
  name: 'MemberSecret',
  description: '敏感个人信息（4 级）：平时只显示掩码。',
  valuesConfig: describedBy(secrets, (secret) => MEMBER_SECRETS[secret]),
});
