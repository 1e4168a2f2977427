import type { Id } from '@hub/core';
import { Classified, DateTimeScalar } from '@hub/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import type { AttachmentRow } from '../data/attachment.read-model';

@Directive('@key(fields: "id")')
@ObjectType({ description: '附件：公文或反馈的一个文件；谁能看到公文，谁就能下载它的附件。' })
export class Attachment {
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

export function toAttachment({ storageKey: _, documentId: __, ...row }: AttachmentRow): Attachment {
  return row;
}

@ObjectType({ description: '下载链接：只对当前会话有效，一分钟内使用，使用时再次核对权限。' })
export class DownloadLinkType {
  @Classified(4)
  @Field(() => String, { description: '令牌：以 GET /files/<令牌> 下载。' })
  token!: string;

  @Field(() => DateTimeScalar, { description: '失效时间。' })
  expiresAt!: Date;
}

@Directive('@inaccessible')
@ObjectType({ description: '网关内部使用：可以取走的文件。' })
export class DownloadGrantType {
  @Field(() => String, { description: '存储位置。' })
  storageKey!: string;

  @Field(() => String, { description: '文件名。' })
  name!: string;

  @Field(() => String, { description: '文件类型（MIME）。' })
  contentType!: string;
}
