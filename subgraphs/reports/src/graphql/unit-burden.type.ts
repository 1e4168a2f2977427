import type { LocalDate } from '@hub/core';
import { connectionOf, DateScalar } from '@hub/graphql';
import { Field, Int, ObjectType } from 'type-graphql';

import type { BurdenFigures, BurdenMonthRow, UnitBurdenRow } from '../data/unit-burden.read-model';
import { AskedFields } from './asked-fields';
import { UnitStub } from './unit.stub';

/** 填报负担 of a unit, or of all of them together. */
@ObjectType()
abstract class BurdenCounts {
  @Field(() => String, { description: '月份，例如 2026-10。' })
  month!: string;

  @Field(() => Int, { description: '当月布置的报送件数。' })
  tasks!: number;

  @Field(() => Int, { description: '其中须由单位填写的项目数。' })
  askedFields!: number;

  @Field(() => Int, { description: '其中平台已掌握、免填的项目数。' })
  knownFields!: number;

  @Field(() => Int, { description: '按模板预计的填报用时，分钟。' })
  minutesEstimated!: number;

  @Field(() => Int, { description: '当月报送件数，按首次报送。' })
  handedIn!: number;

  @Field(() => Int, { description: '单位自报的填报用时合计，分钟；平台不计时。' })
  minutesSpent!: number;

  @Field(() => Int, { description: '自报了用时的件数。' })
  minutesSaid!: number;

  @Field(() => Int, { nullable: true, description: '自报用时的件均分钟数；无人自报为 null。' })
  minutesAverage!: number | null;
}

@ObjectType({ description: '一个单位一个月的填报负担。' })
export class UnitBurden extends BurdenCounts {
  @Field(() => UnitStub, { description: '单位。' })
  unit!: UnitStub;

  @Field(() => String, { nullable: true, description: '单位名称。' })
  unitName!: string | null;
}

@ObjectType({ description: '各单位各月的填报负担。' })
export class UnitBurdenConnection extends connectionOf(UnitBurden) {}

@ObjectType({ description: '全部单位一个月的填报负担。' })
export class BurdenMonth extends BurdenCounts {
  @Field(() => Int, { description: '当月被布置报送的单位数。' })
  units!: number;
}

@ObjectType({ description: '向一个单位布置的一项报送。' })
export class BurdenAsk extends AskedFields {
  @Field(() => String, { description: '应报的党组织。' })
  organizationName!: string;

  @Field(() => DateScalar, { description: '布置日期。' })
  askedOn!: LocalDate;

  @Field(() => Int, { description: '预计用时，分钟。' })
  minutesEstimated!: number;

  @Field(() => Int, { nullable: true, description: '单位自报的用时，分钟；未报为 null。' })
  minutesSpent!: number | null;
}

const averageOf = ({ minutesSpent, minutesSaid }: BurdenFigures): number | null =>
  minutesSaid > 0 ? Math.round(minutesSpent / minutesSaid) : null;

export const toUnitBurden = (row: UnitBurdenRow): UnitBurden => ({
  ...row,
  unit: { id: row.unitId },
  minutesAverage: averageOf(row),
});

export const toBurdenMonth = (row: BurdenMonthRow): BurdenMonth => ({ ...row, minutesAverage: averageOf(row) });
