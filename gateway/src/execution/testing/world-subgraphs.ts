/** Subgraphs with everything the executor must cope with; what their fields hold is up to a world. */
export const WORLD_SUBGRAPHS: Readonly<Record<string, string>> = {
  people: `
    type Query {
      users(first: Int = 3): [User!]!
      user(id: ID!): User
      nodes: [Node]
      things(filter: Filter): [Thing!]
      grid: [[User]!]
      level(of: Level): Level
    }
    type Mutation { hire(name: String!): User! praise: [User] dismiss(id: ID): Boolean }
    input Filter { words: [String!], level: Level = LOW }
    interface Node { id: ID! label: String }
    union Thing = User | Book
    enum Level { LOW HIGH }
    enum Unit { KG LB }
    scalar JSON
    type User implements Node @key(fields: "id") {
      id: ID! label: String name: String! weight: Int measure(unit: Unit): Int company: Company! friends: [User!] home: Address level: Level
    }
    type Address @shareable { street: String city: String! }
    type Company @key(fields: "id") { id: ID! employees: [User] }
    type Book implements Node @key(fields: "id") {
      id: ID! label: String title: String! author: User! tags: [[String!]!] meta: JSON
    }
  `,
  opinions: `
    type Query { companies: [Company!] reviews: [Review] subjects: [Subject] }
    type Mutation { review(body: String): Review! }
    union Subject = User | Book | Company
    enum Unit { KG LB }
    type User @key(fields: "id") {
      id: ID!
      weight: Int @external
      nick: String @external
      measure(unit: Unit): Int @external
      shipping(unit: Unit = KG): Float @requires(fields: "weight")
      toll: Float @requires(fields: "measure(unit: KG)")
      duty: Float @requires(fields: "measure(unit: LB)")
      reviews(first: Int): [Review!]!
      boss: User
    }
    type Company @key(fields: "id") { id: ID! title: String! ceo: User! rows: [[User]] }
    type Book @key(fields: "id") { id: ID! price: Int! reviews: [Review] }
    type Review @key(fields: "id") { id: ID! body: String! by: User! @provides(fields: "nick") about: Subject }
    type Media @interfaceObject @key(fields: "id") { id: ID! remarks(n: Int): [String] }
  `,
  fame: `
    type Query { media: [Media] badge: Badge }
    type User @key(fields: "id") { id: ID! nick: String @shareable score: Int! badges: [Badge!] posts: [Media!] }
    type Book @key(fields: "id") { id: ID! price: Int! @override(from: "opinions") pages: Int fans: [[User!]] }
    interface Badge { kind: String! holder: User }
    type Gold implements Badge { kind: String! holder: User carat: Int! }
    type Silver implements Badge { kind: String! holder: User alloy: [String!]! }
    type Review @key(fields: "id") { id: ID! votes: Int critic: User }
    interface Media @key(fields: "id") { id: ID! url: String }
    type Image implements Media @key(fields: "id") { id: ID! url: String width: Int! }
    type Video implements Media @key(fields: "id") { id: ID! url: String seconds: Float cast: [User] }
  `,
};
