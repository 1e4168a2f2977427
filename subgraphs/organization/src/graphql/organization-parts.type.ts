import type { Id, LocalDate } from '@hub/core';
import { DateScalar } from '@hub/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import type { ContactPointEntity } from '../data/contact-point.entity';
import type { SectionEntity } from '../data/section.entity';
import type { TermEntity } from '../data/term.entity';
import type { ZoneEntity } from '../data/zone.entity';
import { isOverdue, lastDayOf } from '../domain/term';

@ObjectType({ description: '届：自选举大会之日起算，任期随届保存；指派的班子没有任期（关于党的基层组织任期的意见）。' })
export class Term {
  @Field(() => ID, { description: '届次标识。' })
  id!: Id;

  @Field(() => Int, { description: '第几届，从 1 起。' })
  ordinal!: number;

  @Field(() => DateScalar, { nullable: true, description: '选举大会日期；指派的班子为 null。' })
  electedOn!: LocalDate | null;

  @Field(() => DateScalar, { nullable: true, description: '指派日期；选举产生的班子为 null。' })
  appointedOn!: LocalDate | null;

  @Field(() => Int, { nullable: true, description: '任期年数；指派的班子为 null。' })
  termYears!: number | null;

  @Field(() => DateScalar, { nullable: true, description: '届满日期（延期的为延期后日期）；没有任期为 null。' })
  lastDay!: LocalDate | null;

  @Field(() => Boolean, { description: '是否已延期。' })
  isExtended!: boolean;

  @Field(() => DateScalar, { nullable: true, description: '实际结束日期；进行中为 null。' })
  closedOn!: LocalDate | null;

  @Field(() => Boolean, { description: '是否逾期未换届：届满次日起为 true。' })
  isOverdue!: boolean;

  @Field(() => Int, { description: '版本号：延期或结束时作为 expectedVersion 提交。' })
  version!: number;
}

export function toTerm(term: TermEntity, today: LocalDate): Term {
  const { termId, ordinal, electedOn, appointedOn, termYears, extendedTo, closedOn, version } = term;
  return {
    id: termId,
    ordinal,
    electedOn,
    appointedOn,
    termYears,
    lastDay: lastDayOf(term),
    isExtended: extendedTo !== null,
    closedOn,
    isOverdue: closedOn === null && isOverdue(term, today),
    version,
  };
}

@ObjectType({ description: '部室：工委或单位党组织的内设机构，可以拟稿，不得对外行文。' })
export class Section {
  @Field(() => ID, { description: '部室标识。' })
  id!: Id;

  @Field(() => String, { description: '部室名称。' })
  name!: string;

  @Field(() => Boolean, { description: '是否办公室：负责登记编号和用印。' })
  isGeneralOffice!: boolean;

  @Field(() => Int, { description: '部室次序。' })
  protocolOrder!: number;
}

export function toSection({ sectionId, name, isGeneralOffice, protocolOrder }: SectionEntity): Section {
  return { id: sectionId, name, isGeneralOffice, protocolOrder };
}

@Directive('@key(fields: "id")')
@ObjectType({ description: '片区：若干单位组成，由一名工委领导联系；成员按年度确定。' })
export class Zone {
  @Field(() => ID, { description: '片区标识。' })
  id!: Id;

  @Field(() => String, { description: '片区名称。' })
  name!: string;

  contactLeaderPostId!: Id | null;
}

export function toZone({ zoneId, name, contactLeaderPostId }: ZoneEntity): Zone {
  return { id: zoneId, name, contactLeaderPostId };
}

@ObjectType({ description: '联系点：班子成员当年联系的党支部，每人一个，每年到点不少于两次。' })
export class ContactPoint {
  @Field(() => ID, { description: '联系点标识。' })
  id!: Id;

  @Field(() => Int, { description: '年度。' })
  year!: number;

  @Field(() => String, { description: '领导姓名。' })
  leaderName!: string;

  @Field(() => String, { description: '领导职务。' })
  leaderTitle!: string;

  unitId!: Id;
  organizationId!: Id;
}

export function toContactPoint(row: ContactPointEntity): ContactPoint {
  const { contactPointId, year, leaderName, leaderTitle, unitId, organizationId } = row;
  return { id: contactPointId, year, leaderName, leaderTitle, unitId, organizationId };
}
