import type { Id } from '@hub/core';
import { DateTimeScalar } from '@hub/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';

/** What is shown of a file wherever one is shown. */
@ObjectType()
export abstract class AttachmentFields {
  @Field(() => ID, { description: '附件标识。' })
  id!: Id;

  @Field(() => Int, { description: '次序，从 1 起；删除的不重排。' })
  ordinal!: number;

  @Field(() => String, { description: '文件名。' })
  fileName!: string;

  @Field(() => String, { description: '文件类型（MIME），按内容识别。' })
  mediaType!: string;

  @Field(() => Int, { description: '大小，字节。' })
  byteSize!: number;

  @Field(() => String, { description: '内容的 SHA-256 摘要，十六进制。' })
  contentDigest!: string;

  @Field(() => String, { description: '上传人姓名。' })
  uploadedByName!: string;

  @Field(() => DateTimeScalar, { description: '上传时间。' })
  uploadedAt!: Date;
}
