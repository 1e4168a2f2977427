import { enumOf } from '@hub/graphql';
import { registerEnumType } from 'type-graphql';

import { DISTRIBUTION_ROLES, type DistributionRole, DUTIES, type Duty } from '../domain/duty';

export const DistributionRoleEnum = enumOf<DistributionRole>(DISTRIBUTION_ROLES);

registerEnumType(DistributionRoleEnum, {
  name: 'DistributionRole',
  description: '分送角色：在分送范围中的地位，与正文所印主送、抄送无关。',
  valuesConfig: {
    TO: { description: '主送。' },
    COPY: { description: '抄送。' },
    DISTRIBUTE: { description: '分送。' },
  },
});

export const DutyEnum = enumOf<Duty>(DUTIES);

registerEnumType(DutyEnum, {
  name: 'Duty',
  description: '办理要求：收文的党组织应做什么。',
  valuesConfig: {
    ACKNOWLEDGE: { description: '签收。' },
    FEEDBACK: { description: '签收并反馈。' },
    READ: { description: '阅知，无需签收。' },
  },
});
