import type { Id, LocalDate } from '@hub/core';
import { DateScalar, DateTimeScalar } from '@hub/graphql';
import { Field, ID, ObjectType } from 'type-graphql';

import type { StructureEventEntity } from '../data/structure-event.entity';
import type { StructureChangeKind } from '../domain/structure-change';
import { StructureChangeKindEnum } from './structure.enum';

@ObjectType({ description: '机构变更记录：单位或党组织的一次变更，登记后不修改、不删除。' })
export class StructureEvent {
  @Field(() => ID, { description: '记录标识。' })
  id!: Id;

  @Field(() => StructureChangeKindEnum, { description: '变更类型。' })
  kind!: StructureChangeKind;

  @Field(() => ID, { description: '变更的单位或党组织标识。' })
  objectId!: Id;

  @Field(() => DateScalar, { description: '生效日期。' })
  effectiveOn!: LocalDate;

  @Field(() => String, { nullable: true, description: '批复文号；无须批复的为 null。' })
  decisionNumber!: string | null;

  @Field(() => DateScalar, { nullable: true, description: '批复日期；无须批复的为 null。' })
  decisionOn!: LocalDate | null;

  @Field(() => [ID], { description: '承接单位或党组织标识。' })
  successorIds!: Id[];

  @Field(() => String, { description: '变更前后内容（JSON：before、after）。' })
  detail!: string;

  @Field(() => DateTimeScalar, { description: '登记时间。' })
  recordedAt!: Date;
}

export function toStructureEvent(row: StructureEventEntity): StructureEvent {
  const { eventId, kind, objectId, effectiveOn, decisionNumber, decisionOn, successorIds, recordedAt } = row;
  const detail = JSON.stringify(row.detail);
  return { id: eventId, kind, objectId, effectiveOn, decisionNumber, decisionOn, successorIds, detail, recordedAt };
}
