import { Classified, DateTimeScalar } from '@hub/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';

@Directive('@shareable')
@ObjectType({ description: '下载链接：只对当前会话有效，一分钟内使用，使用时再次核对权限。' })
export class DownloadLinkType {
  @Classified(4)
  @Field(() => String, { description: '令牌：以 GET /files/<令牌> 下载。' })
  token!: string;

  @Field(() => DateTimeScalar, { description: '失效时间。' })
  expiresAt!: Date;
}

@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: '网关内部使用：可以取走的文件。' })
export class DownloadGrantType {
  @Field(() => String, { description: '存储位置。' })
  storageKey!: string;

  @Field(() => String, { description: '文件名。' })
  name!: string;

  @Field(() => String, { description: '文件类型（MIME）。' })
  contentType!: string;
}
