import type { Id } from '@hub/core';
import { Classified, DateScalar, FenScalar } from '@hub/graphql';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import type { DuesChargeRow } from '../data/dues-charge.read-model';
import { UnitStub } from './unit.stub';

@Directive('@key(fields: "id")')
@ObjectType({ description: '党费应交：一名党员一个月的应交党费。' })
export class DuesCharge {
  @Field(() => ID, { description: '应交记录标识。' })
  id!: Id;

  @Field(() => UnitStub, { description: '党员所在单位。' })
  unit!: UnitStub;

  @Field(() => DateScalar, { description: '所属月份（当月 1 日）。' })
  month!: string;

  @Classified(4)
  @Field(() => FenScalar, { description: '应交金额，分。' })
  amountFen!: number;

  @Classified(4)
  @Field(() => FenScalar, { description: '已交金额，分。' })
  paidFen!: number;
}

export function toDuesCharge({ unitId, ...row }: DuesChargeRow): DuesCharge {
  return { ...row, unit: { id: unitId } };
}
