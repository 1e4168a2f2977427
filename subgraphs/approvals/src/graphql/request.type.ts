import type { Id } from '@hub/core';
import { connectionOf, DateTimeScalar } from '@hub/graphql';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

import type { RequestRow, RequestState } from '../data/request.read-model';
import { UnitStub } from './unit.stub';

const RequestStateEnum: { readonly [S in RequestState]: S } = {
  DRAFT: 'DRAFT',
  SUBMITTED: 'SUBMITTED',
  RETURNED: 'RETURNED',
  DECIDED: 'DECIDED',
  CLOSED: 'CLOSED',
};

registerEnumType(RequestStateEnum, {
  name: 'RequestState',
  description: '请示状态。',
  valuesConfig: {
    DRAFT: { description: '拟稿：仅本单位可见。' },
    SUBMITTED: { description: '已上报。' },
    RETURNED: { description: '退回补正。' },
    DECIDED: { description: '已批复。' },
    CLOSED: { description: '已办结。' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: '请示：单位请求工委指示、批准的事项，一文一事。' })
export class Request {
  @Field(() => ID, { description: '请示标识。' })
  id!: Id;

  @Field(() => UnitStub, { description: '请示单位。' })
  unit!: UnitStub;

  @Field(() => String, { description: '标题。' })
  title!: string;

  @Field(() => RequestStateEnum, { description: '状态。' })
  state!: RequestState;

  @Field(() => DateTimeScalar, { nullable: true, description: '上报时间；未上报为 null。' })
  submittedAt!: Date | null;
}

@ObjectType({ description: '请示列表。' })
export class RequestConnection extends connectionOf(Request) {}

export function toRequest({ id, unitId, title, state, submittedAt }: RequestRow): Request {
  return { id, unit: { id: unitId }, title, state, submittedAt };
}
