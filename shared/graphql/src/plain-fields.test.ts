import 'reflect-metadata';

import { type GraphQLObjectType, graphql } from 'graphql';
import {
  Authorized,
  buildSchemaSync,
  Field,
  FieldResolver,
  ObjectType,
  Query,
  Resolver,
  UseMiddleware,
} from 'type-graphql';

import { markPlainFields } from './plain-fields';

const loud = ({ root }: { root: object }) => `heard ${(root as Desk).guarded}`;

@ObjectType()
class Desk {
  @Field(() => String)
  plain!: string;

  @Field(() => String, { name: 'shown' })
  kept!: string;

  @Field(() => String)
  @UseMiddleware(async (data) => loud(data))
  guarded!: string;

  @Authorized()
  @Field(() => String, { nullable: true })
  secret!: string | null;
}

/** Has fields of the same names as one that is guarded elsewhere, and one that says itself that it is not plain. */
@ObjectType()
class Drawer {
  @Field(() => String)
  guarded!: string;

  @Field(() => String, { simple: false })
  withMiddlewares!: string;
}

@Resolver(() => Desk)
class DeskResolver {
  @Query(() => Desk)
  desk(): Desk {
    return Object.assign(new Desk(), { plain: 'a', kept: 'b', guarded: 'c', secret: 'd' });
  }

  @FieldResolver(() => String)
  computed(): string {
    return 'e';
  }
}

markPlainFields();
const schema = buildSchemaSync({
  resolvers: [DeskResolver],
  orphanedTypes: [Drawer],
  authChecker: () => false,
  authMode: 'null',
});

test('only a field that is no more than a property of its name goes without a resolver', () => {
  const plainOf = (type: string) =>
    Object.values((schema.getType(type) as GraphQLObjectType).getFields())
      .filter(({ resolve }) => resolve === undefined)
      .map(({ name }) => name);
  expect([plainOf('Desk'), plainOf('Drawer')]).toEqual([['plain'], ['guarded']]);
});

test('names, middlewares and guards still do their work', async () => {
  const { data } = await graphql({ schema, source: '{ desk { plain shown guarded secret computed } }' });
  expect(data?.desk).toEqual({ plain: 'a', shown: 'b', guarded: 'heard c', secret: null, computed: 'e' });
});
