import { Field, ObjectType } from 'type-graphql';

import type { FactSource } from '../domain/fact-catalogue';
import type { FieldType } from '../domain/template-field';
import { FieldTypeEnum } from './template-field.enum';

@ObjectType({ description: '平台已有的一项数据，无需单位填报。' })
export class ReportFact {
  @Field(() => String, { description: '数据代码，模板中引用。' })
  code!: string;

  @Field(() => String, { description: '数据名称。' })
  name!: string;

  @Field(() => [String], { description: '其他叫法：模板中这样称呼的项目即为此项数据。' })
  aliases!: readonly string[];

  @Field(() => FieldTypeEnum, { description: '类型。' })
  type!: FieldType;

  @Field(() => String, { nullable: true, description: '计量单位。' })
  measure!: string | null;

  @Field(() => Boolean, { description: '是否按月累计；否为现有情况。' })
  isMonthly!: boolean;
}

export const toReportFact = ({ code, name, aliases, type, measure, per }: FactSource): ReportFact => ({
  code,
  name,
  aliases,
  type,
  measure: measure ?? null,
  isMonthly: per === 'MONTH',
});
