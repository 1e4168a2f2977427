import { buildSchema, GraphQLError, type GraphQLScalarType, type GraphQLSchema } from 'graphql';

/** Every shape a subgraph can have: abstract types, lists of lists, nulls allowed and forbidden, inputs within inputs. */
const SDL = `
  scalar Even
  enum Level { LOW HIGH }
  input Range { from: Int! = 1, to: Int, tags: [String!] = ["x"], inner: Range, level: Level = LOW }
  input Choice { range: Range!, ranges: [[Range]!], even: Even, id: ID }
  interface Named { name: String!, nick(lang: String = "zh"): String, near: Named, level: Level }
  interface Weighted implements Named { name: String!, nick(lang: String = "zh"): String, near: Named, level: Level, weight: Float }
  type Unit implements Named {
    name: String!, nick(lang: String = "zh"): String, near: Named, level: Level
    id: ID!, even: Even, evens: [Even!], members: [Member], self: Unit!, found: Found
  }
  type Member implements Named & Weighted {
    name: String!, nick(lang: String = "zh"): String, near: Named, level: Level, weight: Float
    age: Int!, unit: Unit, table: [[Unit!]!], founds: [Found!]!
  }
  type Thing { name: String, good: Boolean!, echo(choice: Choice, n: Int! = 3, evens: [Even]): String, levels: [Level!]! }
  union Found = Unit | Member | Thing
  type Query {
    unit(id: ID, range: Range): Unit
    member(level: Level): Member!
    named: [Named]
    weighted: Weighted
    found(choice: Choice): Found
    founds: [[Found]!]
    thing: Thing!
    echo(choice: Choice!, n: Int): String
    numbers(evens: [Even!]): [Int]
    scalar: Even
    text: String
  }
  type Mutation { act(choice: Choice): Unit! }
  type Subscription { acted: Unit }
`;

function parseEven(value: unknown): number {
  if (typeof value === 'number' && value % 2 === 0) return value;
  throw new GraphQLError('须为偶数。', { extensions: { code: 'BAD_USER_INPUT', reason: 'EVEN_INVALID' } });
}

export function anySchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  const even = schema.getType('Even') as GraphQLScalarType;
  even.parseValue = parseEven;
  even.serialize = (value) => {
    if (value === 0) return null;
    if (value === 4) return { big: [value] };
    if (typeof value === 'number') return parseEven(value);
    throw new TypeError(`${String(value)} is no number`);
  };
  return schema;
}
