import type { Id, LocalDate } from '@hub/core';
import { connectionOf, DateScalar } from '@hub/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import type { UnitEntity } from '../data/unit.entity';
import type { UnitNameEntity } from '../data/unit-name.entity';
import type { UnitNature, UnitSector } from '../domain/unit-nature';
import { UnitNatureEnum, UnitSectorEnum, UnitStatusEnum } from './structure.enum';

@Directive('@key(fields: "id")')
@ObjectType({ description: '单位（部门）：名下有一个或多个党组织；公文发给其中直属工委的基层党组织。' })
export class Unit {
  @Field(() => ID, { description: '单位标识。' })
  id!: Id;

  @Field(() => String, { description: '单位现用名称，2 至 100 字。' })
  name!: string;

  @Field(() => String, { nullable: true, description: '单位简称；没有为 null。' })
  shortName!: string | null;

  @Field(() => UnitNatureEnum, { description: '单位性质。' })
  nature!: UnitNature;

  @Field(() => UnitSectorEnum, { nullable: true, description: '行业标记；没有为 null。' })
  sector!: UnitSector | null;

  @Field(() => Int, { description: '机构序列：一切单位列表的默认次序，从 1 起。' })
  protocolOrder!: number;

  @Field(() => Boolean, { description: '是否演示用的虚构单位。' })
  isFictitious!: boolean;

  @Field(() => String, { nullable: true, description: '统一社会信用代码，18 位；未登记为 null。' })
  unifiedSocialCreditCode!: string | null;

  @Field(() => UnitStatusEnum, { description: '单位状态。' })
  status!: UnitEntity['status'];

  @Field(() => DateScalar, { description: '设立日期。' })
  effectiveFrom!: LocalDate;

  @Field(() => DateScalar, { nullable: true, description: '撤销或合并日期；存续为 null。' })
  effectiveTo!: LocalDate | null;

  @Field(() => Int, { description: '版本号：变更时作为 expectedVersion 提交。' })
  version!: number;
}

export function toUnit({ committeeId: _, unitId, ...facts }: UnitEntity): Unit {
  return { id: unitId, ...facts };
}

@ObjectType({ description: '单位列表，按机构序列。' })
export class UnitConnection extends connectionOf(Unit) {}

@ObjectType({ description: '单位曾用名与现用名。' })
export class UnitName {
  @Field(() => String, { description: '名称。' })
  name!: string;

  @Field(() => String, { nullable: true, description: '简称。' })
  shortName!: string | null;

  @Field(() => DateScalar, { description: '启用日期（含当日）。' })
  effectiveFrom!: LocalDate;

  @Field(() => DateScalar, { nullable: true, description: '停用日期（不含当日）；现用名为 null。' })
  effectiveTo!: LocalDate | null;
}

export function toUnitName({ name, shortName, effectiveFrom, effectiveTo }: UnitNameEntity): UnitName {
  return { name, shortName, effectiveFrom, effectiveTo };
}
