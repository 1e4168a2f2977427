import { ObligationEnum } from '@hub/deadlines';
import { DateTimeScalar } from '@hub/graphql';
import { Field, ObjectType } from 'type-graphql';

import type { ReceiptObligation } from '../domain/obligation';

@ObjectType({ description: '期限变动：从何时改为何时，缘由与所依据的日历版本。' })
export class DeadlineMove {
  @Field(() => ObligationEnum, { description: '所欠事项。' })
  obligation!: ReceiptObligation;

  @Field(() => DateTimeScalar, { description: '变动时间。' })
  movedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '原期限。' })
  fromDueAt!: Date | null;

  @Field(() => DateTimeScalar, { description: '现期限。' })
  toDueAt!: Date;

  @Field(() => String, { description: '缘由。' })
  reason!: string;

  @Field(() => String, { nullable: true, description: '原期限所依据的日历版本。' })
  fromCalendar!: string | null;

  @Field(() => String, { nullable: true, description: '现期限所依据的日历版本。' })
  toCalendar!: string | null;

  @Field(() => String, { description: '由谁变动：人员姓名，或“工作日历”。' })
  movedByName!: string;
}
