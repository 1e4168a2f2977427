import type { Page } from '@hub/core';
import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: '每页条数，1 至 1000，默认 50。' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: '上一页末条的游标；与 offset 不能同时使用。' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: '起始位置（从 0 起）；供表格与看板按页码取数。' })
  offset?: number | null;
}

@Directive('@shareable')
@ObjectType('PageInfo', { description: '分页信息。' })
export class PageInfo {
  @Field(() => Boolean, { description: '是否还有下一页。' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: '本页末条的游标；空页为 null。' })
  endCursor!: string | null;
}

export interface Connection<T> {
  readonly nodes: readonly T[];
  readonly totalCount: number;
  readonly pageInfo: PageInfo;
}

/** `@ObjectType('UnitConnection') class UnitConnection extends connectionOf(Unit) {}` */
export function connectionOf<T extends object>(Node: ClassType<T>): abstract new () => Connection<T> {
  @ObjectType()
  abstract class ConnectionClass implements Connection<T> {
    @Field(() => [Node], { description: '本页各项，顺序固定。' })
    nodes!: T[];

    @Field(() => Int, { description: '符合条件的总数，不受分页影响。' })
    totalCount!: number;

    @Field(() => PageInfo, { description: '分页信息。' })
    pageInfo!: PageInfo;
  }
  return ConnectionClass;
}

export function toConnection<Row, T>(page: Page<Row>, map: (row: Row) => T): Connection<T> {
  const { hasNextPage, endCursor, totalCount } = page;
  return { nodes: page.items.map(map), totalCount, pageInfo: { hasNextPage, endCursor } };
}
