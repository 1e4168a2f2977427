import type { GraphqlDefinition } from '@hub/graphql';
import {
  Arg,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  InterfaceType,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

// A subgraph of the tests alone that uses every directive of Federation 2 once, through the decorators the hub's own
// subgraphs are written with.

@Directive('@shareable')
@ObjectType()
class Dimension {
  @Field(() => String)
  size!: string;

  @Directive('@tag(name: "internal")')
  @Directive('@inaccessible')
  @Field(() => String)
  unit!: string;
}

@ObjectType()
class Variation {
  @Field(() => ID)
  id!: string;
}

/** Known to others by its email; what it requires stands in the reference. */
@Directive('@extends')
@Directive('@key(fields: "email")')
@ObjectType()
class User {
  @Directive('@external')
  @Field(() => ID)
  email!: string;

  @Directive('@external')
  @Field(() => Int, { nullable: true })
  productsMade?: number | null;

  @Directive('@external')
  @Field(() => Int, { nullable: true })
  teamSize?: number | null;

  @Directive('@requires(fields: "productsMade")')
  @Field(() => Int, { nullable: true })
  productsPerYear?: number | null;
}

@Directive('@key(fields: "id")')
@Directive('@key(fields: "sku package")')
@Directive('@key(fields: "sku variation { id }")')
@Directive('@custom')
@ObjectType()
class Product {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  sku!: string | null;

  @Field(() => String, { nullable: true })
  package!: string | null;

  @Field(() => Variation, { nullable: true })
  variation!: Variation | null;

  @Field(() => Dimension)
  dimensions!: Dimension;

  @Directive('@provides(fields: "teamSize")')
  @Field(() => User)
  createdBy!: User;

  @Directive('@override(from: "catalogue")')
  @Field(() => String)
  title!: string;

  @Directive('@override(from: "catalogue", label: "percent(25)")')
  @Field(() => String)
  subtitle!: string;

  @Directive('@authenticated')
  @Field(() => Int)
  stock!: number;

  @Directive('@requiresScopes(scopes: [["price:read"]])')
  @Directive('@policy(policies: [["buyer"]])')
  @Field(() => Int)
  price!: number;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType()
class Warehouse {
  @Field(() => ID)
  id!: string;
}

/** An interface of another subgraph: this one adds a field to whatever implements it. */
@Directive('@interfaceObject')
@Directive('@key(fields: "id")')
@ObjectType()
class Media {
  @Field(() => ID)
  id!: string;

  @Field(() => [String])
  reviews!: string[];
}

@Directive('@key(fields: "id")')
@InterfaceType({ resolveType: () => 'Depot' })
abstract class Place {
  @Field(() => ID)
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType({ implements: Place })
class Depot extends Place {
  @Field(() => Warehouse)
  warehouse!: Warehouse;
}

export const DEPOT_ID = '01980000-0000-7000-8000-0000000000d1';
const WAREHOUSE_ID = '01980000-0000-7000-8000-0000000000e1';

const MAKER = { email: 'maker@hub.test', teamSize: 5 };
const PRODUCTS: readonly Product[] = ['alpha', 'beta'].map((name) => ({
  id: `product-${name}`,
  sku: `sku-${name}`,
  package: `package-${name}`,
  variation: { id: `variation-${name}` },
  dimensions: { size: '大', unit: 'kg' },
  createdBy: MAKER,
  title: `标题 ${name}`,
  subtitle: `副题 ${name}`,
  stock: 3,
  price: 100,
}));

@Resolver(() => User)
class UserResolver {
  @FieldResolver(() => Int, { nullable: true })
  productsPerYear(@Root() { productsMade }: User): number | null {
    return productsMade == null ? null : productsMade / 2;
  }
}

@Resolver()
class ProductResolver {
  @Query(() => Product, { nullable: true })
  product(@Arg('id', () => ID) id: string): Product | null {
    return PRODUCTS.find((product) => product.id === id) ?? null;
  }

  @Directive('@cost(weight: 5)')
  @Directive('@listSize(assumedSize: 2, slicingArguments: ["first"], requireOneSlicingArgument: false)')
  @Query(() => [Product])
  products(@Arg('first', () => Int, { nullable: true }) first: number | null): readonly Product[] {
    return PRODUCTS.slice(0, first ?? PRODUCTS.length);
  }

  @Query(() => Depot)
  depot(): Depot {
    return { id: DEPOT_ID, warehouse: { id: WAREHOUSE_ID } };
  }
}

type Reference = Readonly<Record<string, unknown>>;

/** Whichever key the reference was made with. */
function sameProduct(product: Product, { id, sku, package: wrapped, variation }: Reference): boolean {
  if (id !== undefined) return product.id === id;
  if (wrapped !== undefined) return product.sku === sku && product.package === wrapped;
  return product.sku === sku && product.variation?.id === (variation as Variation | undefined)?.id;
}

export const products: GraphqlDefinition = {
  resolvers: [ProductResolver, UserResolver],
  orphanedTypes: [User, Media, Depot],
  composedDirectives: [{ name: '@custom', sdl: 'directive @custom on OBJECT', url: 'https://hub.test/custom/v1.0' }],
  // What a subgraph can do is asked without an actor.
  decisions: {
    public: [
      ...['Query.product', 'Query.products', 'Query.depot'],
      ...['Dimension', 'Variation', 'User', 'Product', 'Warehouse', 'Media', 'Depot'],
    ],
    policies: {},
  },
  references: {
    Media: async ({ id }) => ({ id, reviews: ['好'] }),
    Depot: async ({ id }) => (id === DEPOT_ID ? { id, warehouse: { id: WAREHOUSE_ID } } : null),
  },
  wholeReferences: {
    Product: async (reference) => PRODUCTS.find((product) => sameProduct(product, reference)) ?? null,
    User: async (reference) => reference,
  },
};
