import type { Id } from '@hub/core';
import { Field, ObjectType } from 'type-graphql';

import type { PeriodKey } from '../domain/period';

/** What was asked of whom is named by this, wherever it is listed. */
@ObjectType()
export abstract class AskedFields {
  @Field(() => String, { description: '任务标识。' })
  taskId!: Id;

  @Field(() => String, { description: '报送标识。' })
  reportId!: Id;

  @Field(() => String, { description: '任务名称。' })
  title!: string;

  @Field(() => String, { description: '报送类型，例如“月报”。' })
  kindName!: string;

  @Field(() => String, { description: '所属期，例如 2026-10。' })
  periodKey!: PeriodKey;
}
