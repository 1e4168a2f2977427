import { Directive, Field, ID, InputType, Int } from 'type-graphql';

@Directive('@inaccessible')
@InputType({ description: '网关内部使用：已存好的文件。' })
export class RecordAttachmentInput {
  @Field(() => String, {
    description: '用途：dispatch.attachment 为公文附件，dispatch.feedback 为反馈附件，reports.attachment 为报送附件。',
  })
  purpose!: string;

  @Field(() => ID, { description: '公文、收文或报送的标识。' })
  targetId!: string;

  @Field(() => String, { description: '存储位置。' })
  storageKey!: string;

  @Field(() => String, { description: '文件名。' })
  fileName!: string;

  @Field(() => String, { description: '按内容识别的文件类型（MIME）。' })
  mediaType!: string;

  @Field(() => Int, { description: '大小，字节。' })
  byteSize!: number;

  @Field(() => String, { description: '内容的 SHA-256 摘要，十六进制。' })
  contentDigest!: string;
}
