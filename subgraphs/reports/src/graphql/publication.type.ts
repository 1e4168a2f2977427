import type { Id } from '@hub/core';
import { connectionOf, DateTimeScalar } from '@hub/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import type { PublicationRow } from '../data/publication.read-model';
import type { PublicationReaders } from '../domain/publication';
import type { ReportKind } from '../domain/report-kind';
import { ReportField, showFields } from './field-value.type';
import { PublicationReadersEnum } from './report.enum';
import { ReportKindEnum } from './report-kind.enum';
import { UnitStub } from './unit.stub';

@ObjectType({ description: '刊发：一件报送中选定的内容，按刊发时的样子给选定的单位看。' })
export class ReportPublication {
  @Field(() => ID, { description: '刊发标识。' })
  id!: Id;

  @Field(() => String, { description: '标题。' })
  title!: string;

  @Field(() => ReportKindEnum, { description: '类型。' })
  kind!: ReportKind;

  @Field(() => UnitStub, { description: '来源单位。' })
  from!: UnitStub;

  @Field(() => String, { description: '来源党组织名称。' })
  fromName!: string;

  @Field(() => [ReportField], { description: '刊发的内容。' })
  fields!: ReportField[];

  @Field(() => PublicationReadersEnum, { description: '刊发范围。' })
  readers!: PublicationReaders;

  @Field(() => DateTimeScalar, { description: '刊发时间。' })
  publishedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '撤下时间；只有工委看得到撤下的。' })
  withdrawnAt!: Date | null;

  @Field(() => String, { nullable: true, description: '撤下理由。' })
  withdrawReason!: string | null;

  @Field(() => Int, { description: '版本号。' })
  version!: number;
}

@ObjectType({ description: '刊发列表，新的在前。' })
export class ReportPublicationConnection extends connectionOf(ReportPublication) {}

export function toPublication({ publicationId, fromUnitId, fields, ...row }: PublicationRow): ReportPublication {
  const values = Object.fromEntries(fields.map(({ field, value }) => [field.key, value]));
  return {
    ...row,
    id: publicationId,
    from: { id: fromUnitId },
    fields: showFields(
      fields.map(({ field }) => field),
      values,
    ),
  };
}
