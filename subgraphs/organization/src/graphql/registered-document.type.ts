import type { Id } from '@hub/core';
import { connectionOf, DateTimeScalar, described, enumOf } from '@hub/graphql';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

import type { RegisteredDocumentRow } from '../data/registered-document.read-model';
import { DOCUMENT_STATE_NAMES, DOCUMENT_STATES, type DocumentState } from '../domain/registered-document';

export const RegisteredDocumentStateEnum = enumOf(DOCUMENT_STATES);

registerEnumType(RegisteredDocumentStateEnum, {
  name: 'RegisteredDocumentState',
  description: '可信查询状态。',
  valuesConfig: described(DOCUMENT_STATE_NAMES),
});

@ObjectType({ description: '运行期登记的可信查询：经另一名管理员批准后，可供执行、导出和绑定服务令牌。' })
export class RegisteredDocument {
  @Field(() => ID, { description: '登记标识。' })
  id!: Id;

  @Field(() => String, { description: '查询标识（去除注释与空白后文本的 SHA-256）：请求时作为 documentId 提交。' })
  documentId!: string;

  @Field(() => String, { description: '名称。' })
  name!: string;

  @Field(() => String, { description: '用途。' })
  purpose!: string;

  @Field(() => String, { description: '查询文本。' })
  text!: string;

  @Field(() => Int, { description: '网关估算的执行代价。' })
  cost!: number;

  @Field(() => RegisteredDocumentStateEnum, { description: '状态。' })
  state!: DocumentState;

  @Field(() => String, { description: '登记人。' })
  authorName!: string;

  @Field(() => DateTimeScalar, { description: '登记时间。' })
  registeredAt!: Date;

  @Field(() => String, { nullable: true, description: '审批人；未审批为 null。' })
  decidedByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '审批时间；未审批为 null。' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '不批准的理由。' })
  decisionNote!: string | null;

  @Field(() => String, { nullable: true, description: '停用人；未停用为 null。' })
  retiredByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '停用时间；未停用为 null。' })
  retiredAt!: Date | null;

  @Field(() => Int, { description: '版本号：变更时作为 expectedVersion 提交。' })
  version!: number;
}

export function toRegisteredDocument({ registrationId, ...row }: RegisteredDocumentRow): RegisteredDocument {
  return { id: registrationId, ...row };
}

@ObjectType({ description: '登记的可信查询，新登记的在前。' })
export class RegisteredDocumentConnection extends connectionOf(RegisteredDocument) {}
