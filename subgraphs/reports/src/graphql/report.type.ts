import type { Id } from '@hub/core';
import { DateTimeScalar } from '@hub/graphql';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import type { ReportRow } from '../data/report.read-model';
import { UnitStub } from './unit.stub';

@Directive('@key(fields: "id")')
@ObjectType({ description: '报送：一个单位就一项任务的报送。' })
export class Report {
  @Field(() => ID, { description: '报送标识。' })
  id!: Id;

  @Field(() => UnitStub, { description: '报送单位。' })
  unit!: UnitStub;

  @Field(() => DateTimeScalar, { nullable: true, description: '首次报送时间；未报送为 null。' })
  submittedAt!: Date | null;
}

export function toReport({ id, unitId, submittedAt }: ReportRow): Report {
  return { id, unit: { id: unitId }, submittedAt };
}
